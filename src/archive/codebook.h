// The codebook: the tags that segments are marked with, as a tree. The study's own, made from its interview protocol,
// is there from the start; archives change it as their material asks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "archive/words_records.h"

namespace counterclip::archive {

// From the study's interview protocol: life before, learning of the conflict, videos seen, motivations, recruitment,
// travel, training, roles, experiences, disillusionment, change, leaving, prison, life after.
const std::vector<Code>& codebook_of_the_study();

// Parents before their children, siblings by position, then by tag. What has no parent in it counts as a root.
std::vector<Code> in_tree_order(std::vector<Code> codes);
// How deep a tag stands: 0 for a root.
int depth_of(const std::vector<Code>& codes, const std::string& tag);

// Error(usage) unless every tag is a word (letters, digits, '-', '_', '.', '/'; at most 64 bytes), stands there once,
// has a parent that is there, and is not its own ancestor; and no description begins as a formula does ("=", "+", "@"),
// which spreadsheets would run.
void require_tree(const std::vector<Code>& codes);

// Up to three tags that may have been meant (by edit distance, or one within the other), the nearest first; none that
// is retired.
std::vector<std::string> nearest_tags(const std::vector<Code>& codes, std::string_view tag);

// As CSV (RFC 4180) with a head: tag,parent,description,position,retired.
std::string codebook_csv(const std::vector<Code>& codes);
// UTF-8, with or without byte order mark, commas or semicolons (as the head has them); columns by the names in the
// head, of which tag is needed. Error naming `source` and the line.
std::vector<Code> codebook_from_csv(std::string_view bytes, std::string_view source);

}  // namespace counterclip::archive
