// What the archive remembers of the world outside: who receives clips, what went there, where the public finds it, what
// must come down again, and what was destroyed on request. Part of archive/records.h.
//
// Days are "2026-11-24" (core/day.h), instants UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace counterclip::archive {

// Who may receive clips. An empty list names nobody in particular (the whole world), so consent that names somebody
// refuses it.
struct Destination {
    std::string code;
    std::string kind = "partner";          // "partner": a folder for somebody; "web": everyone
    std::vector<std::string> audiences;    // words of consent: "researchers", "students" ...
    std::vector<std::string> territories;  // ISO 3166
    std::vector<std::string> languages;    // BCP 47
    int takedown_days = 7;                 // within which it takes down what was withdrawn
    std::string by;
    std::string at;
    std::string closed_at;  // set: nothing goes there any more
};

struct Release {
    std::int64_t id = 0;
    std::int64_t render = 0;
    std::string clip;
    std::string folder;  // where the package is: below the archive's folder, or absolute. Archive::path() takes both
    std::string destination;  // code
    std::string sha256;       // of the clip's file in it
    std::string by;
    std::string at;
    std::string takedown_due;  // day; set by a takedown order; empty = none asked
    std::string takedown_done;
    std::string state = "written";  // "writing": the package is being made; "failed": it never came to be
    std::string manifest_sha256;    // of the package's manifest
    std::string staging;            // while "writing": the hidden folder beside `folder` that becomes it
    std::string takedown_note;
    std::int64_t places_open = 0;  // published there and not taken down yet
};

// Where the public finds a release.
struct Place {
    std::int64_t id = 0;
    std::int64_t release = 0;
    std::string clip;
    std::string destination;
    std::string address;
    std::string since;                  // day
    std::optional<std::int64_t> reach;  // people, views, copies: the latest figure known
    std::string by;
    std::string at;
    std::string takedown_due;
    std::string takedown_done;
    std::string note;
};

// What of the ledger is wanted; empty = all.
struct LedgerFilter {
    std::string clip;
    std::string interview;  // releases of renders that draw from it
    std::string destination;
};

// Who takes consent back, and from which day the destinations' days count.
struct Withdrawal {
    std::string interview;
    std::string person = "subject";
    std::string on{};  // empty = today
};

// What a withdrawal reaches.
struct Takedown {
    std::vector<std::int64_t> renders;  // marked: never approved or released again
    std::vector<Release> releases;      // still out, with their due days
    std::vector<Place> places;          // still up, with their due days
};

// Originals destroyed on request, and all that was made from them.
struct Purge {
    std::int64_t id = 0;
    std::string interview;
    std::string reason;
    std::string asked_by;
    std::string asked_at;
    std::string confirmed_by;
    std::string confirmed_at;
    std::string done_at;          // the files are gone too
    std::string asked_signature;  // minisign, over purge_statement()
    std::string confirmed_signature;
    std::string unfinished;  // from confirm_purge(): why files are left; not kept
    // Confirmed, and the vault may hold who they are: no event tells that it forgot them since. Told by the log.
    bool vault_left = false;
};

// What a derived file shows: Archive::publish_derived().
struct Shows {
    std::vector<std::int64_t> recordings{};
    std::vector<std::int64_t> renders{};
};

// The text both operators sign: one "key: value" a line, in a fixed order.
std::string purge_statement(const Purge& purge);

}  // namespace counterclip::archive
