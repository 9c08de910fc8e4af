#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "consent/people.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string code;
    std::optional<std::string> date;
    std::optional<std::string> place;
    std::optional<std::string> setting;
    std::optional<std::vector<std::string>> languages;
    std::optional<std::vector<std::string>> present;
    std::optional<std::string> pseudonym;
    std::map<std::string, std::string> pseudonyms;  // by language
    std::optional<std::string> gender;
    std::optional<std::string> age_band;
    std::optional<std::string> nationality;
    std::optional<std::string> ethnicity;
    std::optional<std::string> role;
    std::optional<bool> custody;
    std::optional<bool> minor;
};

template <class T>
bool apply(const std::optional<T>& given, T& field) {
    if (given) field = *given;
    return given.has_value();
}

// What is not named stays. False when nothing is named.
bool apply(const Arguments& a, archive::Interview& i) {
    bool any = apply(a.date, i.date);
    any |= apply(a.place, i.place);
    any |= apply(a.setting, i.setting);
    any |= apply(a.languages, i.languages);
    any |= apply(a.present, i.present);
    for (auto* list : {&i.languages, &i.present}) std::erase(*list, "");  // '' = none
    any |= apply(a.pseudonym, i.pseudonym);
    any |= !a.pseudonyms.empty();
    for (const auto& [language, pseudonym] : a.pseudonyms) i.pseudonyms[language] = pseudonym;
    std::erase_if(i.pseudonyms, [](const auto& one) { return one.second.empty(); });
    any |= apply(a.gender, i.gender);
    any |= apply(a.age_band, i.age_band);
    any |= apply(a.nationality, i.nationality);
    any |= apply(a.ethnicity, i.ethnicity);
    any |= apply(a.role, i.role);
    any |= apply(a.custody, i.custody);
    any |= apply(a.minor, i.minor);
    return any;
}

void change(const Arguments& a, Context& context) {
    archive::Interview named;
    if (!apply(a, named))
        throw Error(fmt::format("change interview '{}'", a.code),
                    "say what changes, for example --pseudonym NAME; see `counterclip interview change --help`",
                    ErrorKind::usage);
    auto archive = context.open();
    const auto before = archive.interview(a.code);
    auto interview = before;
    apply(a, interview);
    if (a.present)
        std::transform(interview.present.begin(), interview.present.end(), interview.present.begin(),
                       consent::present_entry_from);
    archive.change_interview(interview, context.by());
    interview = archive.interview(a.code);
    if (context.json()) {
        auto json = as_json(interview);
        json["before"] = as_json(before);
        return print_json(json);
    }
    print_line(fmt::format("changed interview '{}'", interview.code));
}

void add_text(CLI::App& app, const std::string& name, std::optional<std::string>& target, const std::string& help) {
    add_read_option(
        app, name, target, [](const std::string& text) { return text; }, help);
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& a = *arguments;
    app.add_option("CODE", a.code, "The interview")->required();
    add_text(app, "--pseudonym", a.pseudonym, "The name that is shown instead of the subject's");
    add_language_texts(app, "--pseudonym-in", a.pseudonyms,
                       "How it is spelt in captions of a language, such as ar=...; nothing after '=' takes it back");
    add_text(app, "--date", a.date, "ISO 8601, may be partial: 2026, 2026-11");
    add_text(app, "--place", a.place, "Coarse: a region, never a village");
    add_text(app, "--setting", a.setting, "home, prison, camp, remote ...");
    add_list(app, "--language", a.languages,
             "ISO 639; may be given several times, instead of those before; '' for none");
    add_list(app, "--present", a.present,
             "Who was there, as a role, such as interviewer:woman; instead of those before; '' for nobody");
    add_text(app, "--gender", a.gender, "");
    add_text(app, "--age-band", a.age_band, "For example 20-29");
    add_text(app, "--nationality", a.nationality, "");
    add_text(app, "--ethnicity", a.ethnicity, "");
    add_text(app, "--role", a.role, "For example witness, survivor, former member");
    add_yes_no(app, "custody", a.custody, "They are held: consent is not given freely as at home", "They are not");
    add_yes_no(app, "minor", a.minor, "They are under age", "They are not");
    return [arguments](Context& context) { change(*arguments, context); };
}

}  // namespace

Verb interview_change_verb() {
    return {"interview change",
            "Change what is named of an interview; the rest stays",
            {"interview change BTIB-0042 --pseudonym Layla",
             "interview change BTIB-0042 --setting prison --custody --present guard --present translator"},
            declare};
}

}  // namespace counterclip::cli
