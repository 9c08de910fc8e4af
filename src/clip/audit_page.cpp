#include "clip/audit_page.h"

#include <algorithm>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "media/image_file.h"

namespace counterclip::clip {

namespace {

// Black on white so that paper and screen look alike; what blocks is told by words and by shape, not by colour alone.
constexpr const char* style = R"css(
:root { --ink:#16181d; --quiet:#5b6270; --line:#d5d9e0; --good:#1c6b3c; --warns:#8a5a00; --blocks:#a11622; }
* { box-sizing:border-box; }
body { margin:0 auto; max-width:62rem; padding:1.5rem; color:var(--ink); background:#fff;
  font:15px/1.45 "Noto Sans","Noto Naskh Arabic","DejaVu Sans",system-ui,sans-serif; }
h1 { font-size:1.5rem; margin:0 0 .4rem; } h2 { font-size:1.1rem; margin:1.8rem 0 .5rem; border-bottom:1px solid var(--line); }
p { margin:.35rem 0; } .facts { color:var(--quiet); } .facts p { margin:.1rem 0; overflow-wrap:anywhere; }
.verdict { border:2px solid; border-left-width:.6rem; padding:.6rem .8rem; font-weight:600; margin:.6rem 0; }
.good { color:var(--good); } .warns { color:var(--warns); } .blocks { color:var(--blocks); font-weight:600; }
td.good::before { content:"\2713\00a0"; } td.warns::before { content:"!\00a0"; } td.blocks::before { content:"\2715\00a0"; }
table { border-collapse:collapse; width:100%; margin:.5rem 0; }
th { text-align:start; font-weight:600; color:var(--quiet); font-size:.85rem; }
th,td { padding:.3rem .6rem .3rem 0; border-bottom:1px solid var(--line); vertical-align:top; overflow-wrap:break-word; white-space:pre-line; }
td.long { overflow-wrap:anywhere; }
table.small { font-size:.85rem; }
.tiles { display:grid; grid-template-columns:repeat(auto-fill,minmax(17rem,1fr)); gap:.8rem; }
figure { margin:0; break-inside:avoid; } figure img { width:100%; display:block; border:1px solid var(--line); }
figure.blocks img { border:3px solid var(--blocks); } figcaption { font-size:.8rem; color:var(--quiet); }
.pair { display:grid; grid-template-columns:1fr 1fr; gap:2px; }
.band { display:flex; height:1.4rem; border:1px solid var(--line); margin:.5rem 0; }
.band i { display:block; min-width:1px; } .open { background:#eef0f3; } .masked { background:#8fb0d8; }
.whole { background:repeating-linear-gradient(45deg,#444,#444 4px,#777 4px,#777 8px); } .uncovered { background:var(--blocks); }
.key { font-size:.8rem; color:var(--quiet); } .key i { display:inline-block; width:1rem; height:.7rem; margin:0 .3rem 0 .8rem; }
footer { margin-top:2rem; color:var(--quiet); font-size:.8rem; overflow-wrap:anywhere; }
@page { size:A4; margin:14mm; }
@media print { body { max-width:none; padding:0; font-size:10pt; } h2 { break-after:avoid; } tr { break-inside:avoid; }
  * { -webkit-print-color-adjust:exact; print-color-adjust:exact; } .tiles { grid-template-columns:repeat(3,1fr); } }
)css";

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                // Control characters are no part of HTML, and could hide what is written.
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t')
                    out += c;
                else
                    out += '?';
        }
    }
    return out;
}

std::string base64(const std::string& bytes) {
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string class_of(Mark mark) {
    switch (mark) {
        case Mark::good:
            return " class=\"good\"";
        case Mark::warns:
            return " class=\"warns\"";
        case Mark::blocks:
            return " class=\"blocks\"";
        case Mark::none:
            break;
    }
    return "";
}

// A hash or an address may be broken anywhere, a word may not.
std::string class_of(const Cell& cell) {
    constexpr std::size_t longest_word = 40;
    std::size_t word = 0, longest = 0;
    for (const char c : cell.text) longest = std::max(longest, word = c == ' ' || c == '\n' ? 0 : word + 1);
    return longest > longest_word && cell.mark == Mark::none ? " class=\"long\"" : class_of(cell.mark);
}

std::string img(const media::Image& image, const std::string& alt) {
    return fmt::format("<img alt=\"{}\" src=\"data:image/jpeg;base64,{}\">", escaped(alt),
                       base64(media::jpeg_of(image)));
}

void add_tile(std::string& html, const AuditTile& tile) {
    html += fmt::format("<figure{}>", class_of(tile.mark));
    if (tile.original.width > 0)
        html += "<div class=\"pair\">" + img(tile.original, "original: " + tile.caption) +
                img(tile.picture, "clip: " + tile.caption) + "</div>";
    else
        html += img(tile.picture, tile.caption);
    html += fmt::format("<figcaption dir=\"auto\">{}</figcaption></figure>\n", escaped(tile.caption));
}

void add_table(std::string& html, const AuditTable& table, bool is_small) {
    if (table.rows.empty()) return;
    html += is_small ? "<table class=\"small\">" : "<table>";
    if (!table.head.empty()) {
        html += "<thead><tr>";
        for (const auto& name : table.head) html += "<th>" + escaped(name) + "</th>";
        html += "</tr></thead>";
    }
    html += "<tbody>\n";
    for (const auto& row : table.rows) {
        html += "<tr>";
        for (const auto& cell : row)
            html += fmt::format("<td dir=\"auto\"{}>{}</td>", class_of(cell), escaped(cell.text));
        html += "</tr>\n";
    }
    html += "</tbody></table>\n";
}

const char* name_of(BandPiece::Kind kind) {
    switch (kind) {
        case BandPiece::Kind::masked:
            return "masked";
        case BandPiece::Kind::whole:
            return "whole";
        case BandPiece::Kind::uncovered:
            return "uncovered";
        case BandPiece::Kind::open:
            break;
    }
    return "open";
}

void add_band(std::string& html, const std::vector<BandPiece>& band) {
    if (band.empty()) return;
    html += "<div class=\"band\">";
    for (const auto& piece : band)
        html += fmt::format("<i class=\"{}\" style=\"flex:{} 0 0\" title=\"{}\"></i>", name_of(piece.kind),
                            std::max<std::int64_t>(1, piece.length.count() / 1'000'000), escaped(piece.what));
    html +=
        "</div><p class=\"key\"><i class=\"open\"></i>no face to hide<i class=\"masked\"></i>faces hidden"
        "<i class=\"whole\"></i>hidden whole<i class=\"uncovered\"></i>something to hide can be seen</p>\n";
}

void add_section(std::string& html, const AuditSection& section) {
    html += "<section><h2>" + escaped(section.title) + "</h2>\n";
    for (const auto& remark : section.remarks) html += "<p dir=\"auto\">" + escaped(remark) + "</p>\n";
    add_band(html, section.band);
    add_table(html, section.table, false);
    if (!section.tiles.empty()) {
        html += "<div class=\"tiles\">\n";
        for (const auto& tile : section.tiles) add_tile(html, tile);
        html += "</div>\n";
    }
    for (const auto& table : section.details) add_table(html, table, true);
    html += "</section>\n";
}

void change_texts(AuditTable& table, const std::function<std::string(const std::string&)>& change) {
    for (auto& name : table.head) name = change(name);
    for (auto& row : table.rows)
        for (auto& cell : row) cell.text = change(cell.text);
}

}  // namespace

void change_texts(AuditPage& page, const std::function<std::string(const std::string&)>& change) {
    for (auto* text : {&page.title, &page.verdict, &page.footer}) *text = change(*text);
    for (auto& fact : page.facts) fact = change(fact);
    for (auto& section : page.sections) {
        section.title = change(section.title);
        for (auto& remark : section.remarks) remark = change(remark);
        for (auto& piece : section.band) piece.what = change(piece.what);
        for (auto& tile : section.tiles) tile.caption = change(tile.caption);
        change_texts(section.table, change);
        for (auto& table : section.details) change_texts(table, change);
    }
}

std::string to_html(const AuditPage& page) {
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
        "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<style>{}</style></head>\n<body>\n"
        "<h1 dir=\"auto\">{}</h1>\n",
        escaped(page.title), style, escaped(page.title));
    const char* colour = page.mark == Mark::blocks ? "blocks" : page.mark == Mark::warns ? "warns" : "good";
    html += fmt::format("<p class=\"verdict {}\">{}</p>\n<div class=\"facts\">", colour, escaped(page.verdict));
    for (const auto& fact : page.facts) html += "<p dir=\"auto\">" + escaped(fact) + "</p>";
    html += "</div>\n";
    for (const auto& section : page.sections) add_section(html, section);
    html += "<footer>" + escaped(page.footer) + "</footer>\n</body></html>\n";
    return html;
}

}  // namespace counterclip::clip
