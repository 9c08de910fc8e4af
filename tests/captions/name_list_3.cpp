// The third list: measured before anything was changed for it. What it showed was mended by general rules.
#include "name_lists.h"

namespace counterclip::captions {

namespace {

std::vector<Person> people() {
    return {
        {"Bashir Nasrallah",
         {{"en", {"Bashir Nasrallah", "Basheer Nasralla", "Bachir Nasrallah's", "B a s h i r Nasrallah"}},
          {"ar", {"بشير نصر الله", "وبشير نصرالله", "بشير نصر اللّه"}},
          {"ru", {"Башир Насралла", "Башира Насраллы", "Баширом Насраллой"}},
          {"bs", {"Bešir Nasralah", "Bešira Nasralaha"}},
          {"sq", {"Beshir Nasrallahu", "Beshirit Nasrallah"}}}},
        {"Rukiya",
         {{"en", {"Rukiya", "Ruqayya", "Rukayah's", "Ruqaya", "Rukіya"}},  // with a Cyrillic letter
          {"ar", {"رقية", "ورقية", "رقيه"}},
          {"ru", {"Рукия", "Рукии", "Рукию"}},
          {"bs", {"Rukija", "Rukiju", "Rukijom"}},
          {"sq", {"Rukije", "Rukija", "Rukijes"}}}},
        {"خالد العمري",
         {{"en", {"Khalid al-Omari", "Khaled Al Umari", "Khalid Omari", "KHALED ALOMARI"}},
          {"ar", {"خالد العمري", "وخالد العمري", "خالد عمري"}},
          {"ru", {"Халид аль-Омари", "Халида Омари", "Халед аль-Умари"}},
          {"bs", {"Halid Omari", "Halida Omarija", "Halidom Omarijem"}},
          {"sq", {"Halid Omari", "Halidit Omari"}}}},
        {"Hatem",
         {{"en", {"Hatem", "Hatim's", "Haatim", "7atem", "H-a-t-e-m"}},
          {"ar", {"حاتم", "وحاتم", "لحاتم"}},
          {"ru", {"Хатем", "Хатема", "Хатимом"}},
          {"bs", {"Hatem", "Hatema", "Hatemom"}},
          {"sq", {"Hatem", "Hatemi", "Hatemit"}}}},
        {"Sulejman Imamović",
         {{"en", {"Sulejman Imamovic", "Suleiman Imamovich", "Sulejman Imamović's"}},
          {"ar", {"سليمان إماموفيتش", "سوليمان اماموفيتش"}},
          {"ru", {"Сулейман Имамович", "Сулеймана Имамовича"}},
          {"bs", {"Sulejman Imamović", "Sulejmana Imamovića", "Sulejmanom Imamovićem"}},
          {"sq", {"Sulejman Imamoviq", "Sulejmani Imamoviç"}}}},
        {"Fatos Gjoka",
         {{"en", {"Fatos Gjoka", "Fatos Gjoka's", "Fatos Joka"}},
          {"ar", {"فاتوس جوكا", "فاتوس غيوكا"}},
          {"ru", {"Фатос Джока", "Фатоса Джоки"}},
          {"bs", {"Fatos Đoka", "Fatosa Đoke"}},
          {"sq", {"Fatos Gjoka", "Fatosi Gjoka", "Fatosit Gjokë", "Fatosin Gjoka"}}}},
        {"Руслан Дадаев",
         {{"en", {"Ruslan Dadaev", "Ruslan Dadayev's", "Rouslan Dadaev", "R.u.s.l.a.n Dadaev"}},
          {"ar", {"رسلان داداييف", "روسلان داداييف"}},
          {"ru", {"Руслан Дадаев", "Руслана Дадаева", "Русланом Дадаевым", "Pуслaн Дадаев"}},  // with Latin letters
          {"bs", {"Ruslan Dadajev", "Ruslana Dadajeva"}},
          {"sq", {"Ruslan Dadaev", "Ruslani Dadaev"}}}},
        {"Shirin Barzani",
         {{"en", {"Shirin Barzani", "Shireen Barzani's", "Şîrîn Barzanî", "Sherin Barzany"}},
          {"ar", {"شيرين بارزاني", "شيرين برزاني", "وشيرين البارزاني"}},
          {"ru", {"Ширин Барзани", "Шерин Барзани"}},
          {"bs", {"Širin Barzani", "Širine Barzani"}},
          {"sq", {"Shirin Barzani", "Shirinit Barzani"}}}},
        {"Younes",
         {{"en", {"Younes", "Yunus", "Younis's", "Y o u n e s", "Yoones"}},
          {"ar", {"يونس", "ويونس", "ليونس"}},
          {"ru", {"Юнус", "Юнуса", "Юнусом"}},
          {"bs", {"Junuz", "Junus", "Junusa", "Junusom"}},
          {"sq", {"Junus", "Junusi", "Junuzit"}}}},
        {"Asmaa",
         {{"en", {"Asmaa", "Asma's", "Asma'", "Esma", "4smaa"}},
          {"ar", {"أسماء", "وأسماء", "اسماء"}},
          {"ru", {"Асма", "Асмы", "Асме"}},
          {"bs", {"Esma", "Esmu", "Esmom"}},
          {"sq", {"Esma", "Esmën"}}}},
        {"Umm Qusayr Street 9", {{"en", {"Umm Qusayr Street 9", "umm qusayr street 9", "Umm-Qusayr Street, 9"}}}},
        {"Tall Rifat",
         {{"en", {"Tall Rifat", "Tel Rifaat", "Tell Rifat", "Tall-Rifat", "Tallrifat"}},
          {"ar", {"تل رفعت", "بتل رفعت", "وتل رفعت"}},
          {"ru", {"Телль-Рифат", "Таль Рифате"}},
          {"bs", {"Tel Rifat", "Tel Rifatu"}},
          {"sq", {"Tel Rifat", "Tel Rifatit"}}}},
    };
}

Texts bystanders() {
    return {"Amjad",       "Lubna Hariri",  "Ghaith",      "Zeki",        "سامر",   "Hanan Sabbagh", "Beslan",
            "Fikret",      "Ilir Kelmendi", "Bab al-Hawa", "Nawal",       "رامي",   "Kinan",         "Tamer Jundi",
            "Azra",        "Мурад",         "Lejla Babić", "Flutura",     "Zaid",   "Joseph Hanna",  "Racha",
            "Dima Kassab", "وائل",          "Haris",       "Mimoza Leka", "Jaafar", "Suhail",        "Ayman",
            "Salwa Bitar", "Ihab",          "Nuh",         "Arslan",      "Damir",  "Burim"};
}

}  // namespace

const NameList& third_list() {
    static const NameList list{people(), bystanders(), first_carriers()};
    return list;
}

}  // namespace counterclip::captions
