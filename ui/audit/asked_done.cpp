#include "ui/audit/asked_done.h"

#include <algorithm>
#include <array>

#include "clip/audit_terms.h"
#include "clip/gate_facts.h"
#include "clip/proof_report.h"
#include "release/minisign.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QString q(const std::string& text) {
    return QString::fromStdString(text);
}

struct Words {
    const char* row;
    const char* asked;
    const char* words;
};
// A promise in the words of the promise strip.
constexpr std::array promises{
    Words{"face", "hide", QT_TRANSLATE_NOOP("counterclip::ui", "face hidden")},
    Words{"face", "show", QT_TRANSLATE_NOOP("counterclip::ui", "face may show")},
    Words{"name", "changed", QT_TRANSLATE_NOOP("counterclip::ui", "name changed")},
    Words{"name", "real", QT_TRANSLATE_NOOP("counterclip::ui", "real name")},
    Words{"voice", "alter", QT_TRANSLATE_NOOP("counterclip::ui", "voice altered")},
    Words{"voice", "keep", QT_TRANSLATE_NOOP("counterclip::ui", "own voice")},
    Words{"details", "omit", QT_TRANSLATE_NOOP("counterclip::ui", "details left out")},
    Words{"details", "keep", QT_TRANSLATE_NOOP("counterclip::ui", "details may stay")},
    Words{"use", "public", QT_TRANSLATE_NOOP("counterclip::ui", "use: public")},
    Words{"use", "research", QT_TRANSLATE_NOOP("counterclip::ui", "use: research")},
    Words{"use", "training", QT_TRANSLATE_NOOP("counterclip::ui", "use: training")},
    Words{"use", "none", QT_TRANSLATE_NOOP("counterclip::ui", "not to be used")},
};

QString promise(const QString& row, const QString& asked) {
    for (const auto& p : promises)
        if (row == QLatin1String(p.row) && asked == QLatin1String(p.asked)) return tr(p.words);
    return row == QLatin1String("scope") ? tr("who may see it") : row + QStringLiteral(": ") + asked;
}

Mood mood_of(clip::Mark mark) {
    switch (mark) {
        case clip::Mark::good:
            return Mood::safe;
        case clip::Mark::warns:
            return Mood::warn;
        case clip::Mark::blocks:
            return Mood::stop;
        case clip::Mark::none:
            break;
    }
    return Mood::plain;
}

QString sign_of(Mood mood) {
    switch (mood) {
        case Mood::safe:
            return QStringLiteral("✓");
        case Mood::warn:
            return QStringLiteral("!");
        case Mood::stop:
            return QStringLiteral("✕");
        case Mood::plain:
            break;
    }
    return QStringLiteral("·");
}

Line line_of(const std::vector<clip::Cell>& row) {
    const auto asked = q(row.at(1).text).split(u'\n');
    auto done = q(row.at(2).text).split(u'\n');
    Line line;
    line.mood = mood_of(row.at(3).mark);
    line.sign = sign_of(line.mood);
    line.title = QStringLiteral("%1 %2 %3")
                     .arg(promise(q(row.at(0).text), asked.first()), onwards(), isolated(done.takeFirst()));
    QStringList below = asked.mid(asked.first().contains(u':') ? 0 : 1) + done;
    if (line.mood != Mood::safe) below << q(row.at(3).text).split(u'\n').join(QStringLiteral(", "));
    line.below = below.join(QStringLiteral(" · "));
    return line;
}

// What the verification found of the file itself.
Line file_line(const consent::GateFacts& facts) {
    Line line;
    line.title = tr("the file");
    const auto* v = facts.render && facts.render->verification ? &*facts.render->verification : nullptr;
    if (!v) {
        line.mood = Mood::stop;
        line.below = tr("not verified: verify it before you decide");
    } else {
        const auto tags = v->foreign_tags ? static_cast<int>(v->foreign_tags->size()) : -1;
        const auto left = v->sound_left ? static_cast<int>(v->sound_left->size()) : -1;
        const bool good = v->frames_as_planned && v->streams_as_planned && v->in_sync && tags == 0 && left == 0 &&
                          facts.render->proof_unchanged;
        line.mood = good ? Mood::safe : Mood::stop;
        line.below =
            QStringList{
                v->frames_as_planned ? tr("every frame as planned") : tr("frames are not as planned"),
                v->streams_as_planned ? tr("only picture, sound and text that we wrote")
                                      : tr("streams of somebody else"),
                v->in_sync ? tr("sound and picture together") : tr("sound and picture apart"),
                tags < 0 ? tr("tags not looked for") : tr("%n foreign tag(s)", nullptr, tags),
                left < 0 ? tr("nobody listened for what was to be gone")
                         : tr("%n stretch(es) of sound left that was to be gone", nullptr, left),
                facts.render->proof_unchanged ? tr("proof as it was made") : tr("the proof is missing or was changed"),
            }
                .join(QStringLiteral(" · "));
    }
    line.sign = sign_of(line.mood);
    return line;
}

// The check searched with the vault, which is not opened here once more: what it found is what is known.
void take_search(consent::GateFacts& facts, const std::vector<consent::Finding>& findings) {
    const auto has = [&](const char* code) { return std::ranges::find(findings, code, &consent::Finding::code); };
    if (has("NAMES-NOT-SEARCHED") != findings.end()) return;
    std::vector<std::string> places;
    for (const auto& finding : findings)
        if (finding.code == "PROTECTED-TERM") places.push_back(finding.what);
    facts.treatments.places_with_protected_terms = std::move(places);
}

}  // namespace

std::vector<Line> asked_for_and_done(const std::filesystem::path& folder, const std::string& clip,
                                     const std::vector<consent::Finding>& findings) {
    std::vector<Line> lines;
    try {
        const auto archive = archive::Archive::open(folder);
        Progress silent;
        auto facts = clip::gather_facts(archive, clip, {.signed_by = release::verify, .hash_files = false}, silent);
        take_search(facts, findings);
        // What people wrote is shown only where it was searched and holds no name.
        const auto& places = facts.treatments.places_with_protected_terms;
        const bool may_show = places && places->empty();
        const auto safe_text = [&](const std::string& text) {
            return may_show ? text : tr("(not shown: it may hold a name)").toStdString();
        };
        const auto sections = clip::terms_and_treatments(archive, facts, archive.clip(clip), findings, safe_text);
        for (const auto& section : sections) {
            if (sections.size() > 1) {
                Line heading;
                heading.title = q(section.title);
                heading.is_heading = true;
                lines.push_back(heading);
            }
            for (const auto& row : section.table.rows)
                if (row.size() == 4) lines.push_back(line_of(row));
        }
        lines.push_back(file_line(facts));
    } catch (const std::exception& error) {
        Line line;
        line.mood = Mood::stop;
        line.sign = sign_of(Mood::stop);
        line.title = tr("what was asked for cannot be read");
        line.below = QString::fromUtf8(error.what());
        lines.push_back(line);
    }
    qint64 id = 0;
    for (auto& line : lines) line.id = ++id;
    // Broken promises are seen first.
    const auto rank = [](const Line& line) { return line.mood == Mood::stop ? 0 : line.mood == Mood::warn ? 1 : 2; };
    const bool has_headings = std::ranges::any_of(lines, &Line::is_heading);
    if (!has_headings) std::ranges::stable_sort(lines, {}, rank);
    return lines;
}

}  // namespace counterclip::ui
