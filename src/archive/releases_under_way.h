// What a killed release left, made good by the next start (P10).
//
// A release is in the ledger before its package is on disk: 'writing', with the place it is to have and the hidden
// folder beside it that becomes it. Its manifest's SHA-256 is noted before the package takes its place. So of a release
// whose process is dead:
//   the place holds a package with that very manifest   it happened: 'written'
//   its manifest was noted, and neither place nor hidden folder are there
//                                                       it was seen, or its disk is not there now: it stays 'writing'
//   all else                                            it did not happen: 'failed', and the hidden folder is removed
// Nothing but that one hidden folder is ever removed: whatever else lies at the place is not ours. One that stays
// 'writing' is settled by the next start that finds its disk, or by hand (`ledger done`).
#pragma once

#include "archive/state.h"

namespace counterclip::archive {

// Never throws: what cannot be done now is done by the next start.
void tidy_releases(Archive::State& state) noexcept;

}  // namespace counterclip::archive
