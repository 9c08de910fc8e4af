// The study's codebook, from its interview protocol: what the interviews ask, in the order in which they ask it.
#include <array>
#include <map>

#include "archive/codebook.h"

namespace counterclip::archive {

namespace {

struct Row {
    const char* tag;
    const char* parent;
    const char* description;
};

constexpr std::array rows{
    Row{"life-before", "", "Life before: how the person lived until the conflict became part of it"},
    Row{"family", "life-before", "Family, childhood, those they lived with"},
    Row{"work-school", "life-before", "Work, school, studies, money"},
    Row{"faith", "life-before", "Religion, practice, how it changed before leaving"},
    Row{"friends", "life-before", "Friends, neighbourhood, belonging, exclusion"},
    Row{"trouble", "life-before", "Crime, violence, loss, illness before"},

    Row{"learning-of-conflict", "", "How the person learned of the conflict"},
    Row{"news", "learning-of-conflict", "From news, television, newspapers"},
    Row{"people-told", "learning-of-conflict", "From people: friends, family, preachers, returnees"},
    Row{"online", "learning-of-conflict", "From the internet, social media, chats"},

    Row{"videos-seen", "", "Videos and other propaganda: what was seen and what it did"},
    Row{"video-content", "videos-seen", "What was shown: suffering, battle, daily life, executions, songs"},
    Row{"video-effect", "videos-seen", "What it made the person feel, think, do"},
    Row{"message", "videos-seen", "What the group said of itself, and whether it was believed"},

    Row{"motivation", "", "Why the person went or joined"},
    Row{"anger", "motivation", "Anger at injustice, at governments, at those who looked away"},
    Row{"helping", "motivation", "To help, humanitarian: medicine, food, refugees, teaching"},
    Row{"defending", "motivation", "To defend people or a place, to fight"},
    Row{"purpose", "motivation", "Purpose, meaning, a new start, redemption"},
    Row{"religious-duty", "motivation", "Religious duty, living under religious law"},
    Row{"belonging", "motivation", "Friendship, marriage, following family or a group"},
    Row{"adventure", "motivation", "Adventure, status, boredom"},
    Row{"need", "motivation", "Money, protection, no other way"},
    Row{"coercion", "motivation", "Force, threats, being taken along"},

    Row{"recruitment", "", "How contact was made and who led the way"},
    Row{"recruiter", "recruitment", "The recruiter: who, how close, what was promised"},
    Row{"recruited-online", "recruitment", "Contact through the internet"},
    Row{"promises", "recruitment", "What was promised: pay, house, marriage, honour"},

    Row{"travel", "", "The way there"},
    Row{"route", "travel", "Route, borders, helpers; often identifying"},
    Row{"arrival", "travel", "Arrival, first days, papers and telephones taken"},

    Row{"training", "", "Training"},
    Row{"training-military", "training", "Weapons, discipline, camps"},
    Row{"training-religious", "training", "Lessons, sermons, tests"},

    Row{"role", "", "What the person did there; often incriminating"},
    Row{"role-fighter", "role", "Fighting, guarding"},
    Row{"role-support", "role", "Kitchen, medicine, transport, administration, media"},
    Row{"role-household", "role", "Marriage, household, children"},

    Row{"experience", "", "What was lived through"},
    Row{"violence", "experience", "Violence seen, suffered or done"},
    Row{"daily-life", "experience", "Daily life, food, money, rules"},
    Row{"treatment-of-women", "experience", "How women and girls were treated"},
    Row{"treatment-of-others", "experience", "How prisoners, minorities and local people were treated"},
    Row{"loss", "experience", "Deaths, separation, wounds"},

    Row{"disillusionment", "", "What did not hold what was promised"},
    Row{"doubt", "disillusionment", "First doubts, what set them off"},
    Row{"hypocrisy", "disillusionment", "Corruption, favourites, leaders who live otherwise"},
    Row{"injustice-inside", "disillusionment", "Cruelty, punishments, killings within the group"},
    Row{"religion-misused", "disillusionment", "Religion misused or wrongly taught"},

    Row{"change", "", "How views and feelings changed over time"},
    Row{"turning-point", "change", "A turning point"},
    Row{"regret", "change", "Regret, shame, guilt"},
    Row{"view-now", "change", "What the person thinks now of the group and its ideas"},

    Row{"leaving", "", "Leaving"},
    Row{"escape", "leaving", "Escape, attempts, helpers; often identifying"},
    Row{"capture", "leaving", "Capture, surrender"},
    Row{"return", "leaving", "Return home"},

    Row{"prison", "", "Prison, camps, trials"},
    Row{"prison-conditions", "prison", "Conditions, treatment by guards"},
    Row{"trial", "prison", "Arrest, questioning, trial, sentence"},
    Row{"prison-others", "prison", "Other prisoners, pressure of the group inside"},

    Row{"after", "", "Life after, and what comes"},
    Row{"rehabilitation", "after", "Rehabilitation, family, work, stigma"},
    Row{"warning", "after", "What the person tells those who think of going"},
};

}  // namespace

const std::vector<Code>& codebook_of_the_study() {
    static const std::vector<Code> codes = [] {
        std::vector<Code> all;
        std::map<std::string, int> siblings;
        for (const auto& row : rows) {
            Code code;
            code.tag = row.tag;
            code.parent = row.parent;
            code.description = row.description;
            code.position = ++siblings[row.parent];
            all.push_back(std::move(code));
        }
        return all;
    }();
    return codes;
}

}  // namespace counterclip::archive
