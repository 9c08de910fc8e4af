// The records as JSON: what `--json` answers. Names of fields are those of archive/records.h; times are "H:MM:SS.mmm".
#pragma once

#include "archive/log.h"
#include "archive/records.h"
#include "cli/output.h"
#include "consent/gate.h"
#include "faces/region.h"
#include "faces/track.h"

namespace counterclip::cli {

Json as_json(Range range);
Json as_json(const archive::Operator& op);
Json as_json(const archive::Interview& interview);
Json as_json(const archive::Recording& recording);
Json as_json(const consent::Revision& revision);
Json as_json(const archive::Segment& segment);
Json as_json(const archive::Clip& clip);
Json as_json(const archive::Render& render);
Json as_json(const archive::Approval& approval);
Json as_json(const archive::Release& release);
Json as_json(const archive::Destination& destination);
Json as_json(const archive::Place& place);
Json as_json(const archive::Purge& purge);
Json as_json(const archive::Event& event);
Json as_json(const faces::Track& track);  // without its sightings
Json as_json(const faces::Gap& gap);
Json as_json(const faces::Region& region);
Json as_json(const consent::Finding& finding);
Json as_json(const consent::RuleText& rule);

std::string word(consent::Severity severity);  // "blocks"
std::string word(consent::Stage stage);        // "render"
std::string word(voice::Cover cover);          // "silence"

template <class T>
Json list_as_json(const std::vector<T>& records) {
    auto list = Json::array();
    for (const auto& record : records) list.push_back(as_json(record));
    return list;
}

}  // namespace counterclip::cli
