// The first list: what was tuned is tuned on it.
#include "name_lists.h"

namespace counterclip::captions {

namespace {

std::vector<Person> people() {
    return {
        {"Salim Haddad",
         {{"en",
           {"Salim Haddad", "Saleem Hadad", "Selim Haddad's", "Salim al-Haddad", "SALIM HADDAD", "Salim\nHaddad"}},
          {"ar", {"سليم حداد", "سليم الحداد", "وسليم حداد", "سَلِيم حدّاد"}},
          {"ru", {"Салим Хаддад", "Салима Хаддада", "Салимом Хаддадом", "Селим Хадад"}},
          {"bs", {"Salim Hadad", "Selima Hadada", "Salimu Haddadu"}},
          {"sq", {"Salim Hadadi", "Selim Hadadit", "Salim Haddadin"}}}},
        {"Layla",
         {{"en", {"Layla", "Leila's", "Laila", "Leyla", "Lailah"}},
          {"ar", {"ليلى", "وليلى", "لليلى", "ليلي"}},
          {"ru", {"Лейла", "Лейлы", "Лейлой", "Лайла"}},
          {"bs", {"Lejla", "Lejlom", "Lejle", "Lejlin"}},
          {"sq", {"Lejla", "Lejlën", "Leila", "Lejlës"}}}},
        {"محمد الأحمد",
         {{"en", {"Muhammad al-Ahmad", "Mohammed Al Ahmed", "Mohamed Ahmad", "Mohammad el-Ahmad"}},
          {"ar", {"محمد الأحمد", "محمد الاحمد", "ومحمد أحمد", "مُحَمَّد الأحمد"}},
          {"ru", {"Мухаммад аль-Ахмад", "Мохаммед Ахмед", "Мухаммеда Ахмада"}},
          {"bs", {"Muhamed Ahmed", "Muhameda Ahmeda", "Muhamedom Ahmedom"}},
          {"sq", {"Muhamed Ahmedi", "Muhamet Ahmeti", "Muhamedin Ahmedi"}}}},
        {"Abu Khalid",
         {{"en", {"Abu Khalid", "Abou Khaled", "Abu Halid", "Abou Khalid's"}},
          {"ar", {"أبو خالد", "ابو خالد", "لأبو خالد", "وأبو خالد"}},
          {"ru", {"Абу Халид", "Абу Халеда", "Абу Халидом"}},
          {"bs", {"Abu Halid", "Abu Halida", "Ebu Halid"}},
          {"sq", {"Abu Halid", "Abu Halidi", "Ebu Halidin"}}}},
        {"Fatima",
         {{"en", {"Fatima", "Fatimah", "Fatema", "Fatima's", "Faatima"}},
          {"ar", {"فاطمة", "وفاطمة", "فاطمه", "بفاطمة"}},
          {"ru", {"Фатима", "Фатимы", "Фатиму", "Фатимой"}},
          {"bs", {"Fatima", "Fatimu", "Fatimom", "Fatime"}},
          {"sq", {"Fatime", "Fatimen", "Fatimes", "Fatima"}}}},
        {"Yusuf",
         {{"en", {"Yusuf", "Yousef", "Youssef's", "Yusof", "Yusuff"}},
          {"ar", {"يوسف", "ليوسف", "ويوسف"}},
          {"ru", {"Юсуф", "Юсуфа", "Юсуфом", "Юсеф"}},
          {"bs", {"Jusuf", "Jusufa", "Jusufom", "Jusufov"}},
          {"sq", {"Jusuf", "Jusufi", "Jusufit"}}}},
        {"Dhu al-Fiqar",
         {{"en", {"Dhu al-Fiqar", "Zulfikar", "Dhulfiqar", "Zulfiqar"}},
          {"ar", {"ذو الفقار", "وذو الفقار"}},
          {"ru", {"Зульфикар", "Зульфикара", "Зульфикару"}},
          {"bs", {"Zulfikar", "Zulfikara", "Zulfikarom"}},
          {"sq", {"Zulfikar", "Zylfikari", "Zulfikarit"}}}},
        {"Jamal Qasim",
         {{"en", {"Jamal Qasim", "Djamal Kasim", "Jamaal Qassim", "Jamal Qassem"}},
          {"ar", {"جمال قاسم", "وجمال قاسم", "جمال القاسم"}},
          {"ru", {"Джамал Касим", "Джамаля Касима", "Джамалом Касимом"}},
          {"bs", {"Džamal Kasim", "Džemal Kasim", "Džamala Kasima"}},
          {"sq", {"Xhamal Kasim", "Xhemal Kasimi", "Xhamalin Kasim"}}}},
        {"Шамиль Гаджиев",
         {{"en", {"Shamil Gadzhiev", "Shamil Gadjiev", "Shamil Gadzhiyev"}},
          {"ar", {"شامل غادجييف", "شاميل غادجييف"}},
          {"ru", {"Шамиль Гаджиев", "Шамиля Гаджиева", "Шамилем Гаджиевым", "Шамилю Гаджиеву"}},
          {"bs", {"Šamil Gadžijev", "Šamila Gadžijeva"}},
          {"sq", {"Shamil Gaxhiev", "Shamil Gaxhievi"}}}},
        {"Emir Hadžić",
         {{"en", {"Emir Hadzic", "Emir Hadžić's", "Emir Hadzich"}},
          {"ar", {"أمير هادزيتش", "إمير حاجيتش"}},
          {"ru", {"Эмир Хаджич", "Эмира Хаджича", "Эмиром Хаджичем"}},
          {"bs", {"Emir Hadžić", "Emira Hadžića", "Emirom Hadžićem", "EMIR HADZIC"}},
          {"sq", {"Emir Haxhiq", "Emir Haxhiçi"}}}},
        {"Arben Krasniqi",
         {{"en", {"Arben Krasniqi", "Arben Krasnichi", "Arben Krasniqi's"}},
          {"ar", {"أربن كراسنيتشي", "اربين كراسنيكي"}},
          {"ru", {"Арбен Красничи", "Арбена Красничи"}},
          {"bs", {"Arben Krasnići", "Arbena Krasnićija"}},
          {"sq", {"Arben Krasniqi", "Arbenit Krasniqi", "Arbenin Krasniqin", "Arbeni Krasniqi"}}}},
        {"Zaynab",
         {{"en", {"Zaynab", "Zainab", "Zeinab's", "Zeynep", "Zenab"}},
          {"ar", {"زينب", "وزينب", "لزينب"}},
          {"ru", {"Зейнаб", "Зайнаб", "Зейнабы"}},
          {"bs", {"Zejneba", "Zejnebu", "Zejnebom"}},
          {"sq", {"Zejnep", "Zejnepen", "Zejnebe"}}}},
        {"عبد الرحمن",
         {{"en", {"Abd al-Rahman", "Abdulrahman", "Abdurrahman", "Abdel Rahman", "Abdur Rahman"}},
          {"ar", {"عبد الرحمن", "عبدالرحمن", "وعبد الرحمن", "عبد الرحمان"}},
          {"ru", {"Абдуррахман", "Абдурахмана", "Абд ар-Рахман"}},
          {"bs", {"Abdurahman", "Abdurahmana", "Abdurahmanom"}},
          {"sq", {"Abdurrahman", "Abdurahmani", "Abdurrahmanin"}}}},
        {"Husayn",
         {{"en", {"Husayn", "Hussein", "Hussain's", "Hossein", "Husain"}},
          {"ar", {"حسين", "الحسين", "وحسين", "لحسين"}},
          {"ru", {"Хусейн", "Хусейна", "Хуссейном", "Гусейн"}},
          {"bs", {"Husein", "Huseina", "Huseinom"}},
          {"sq", {"Husein", "Huseini", "Huseinit"}}}},
        {"Raqqa Bridge Street", {{"en", {"Raqqa Bridge Street", "raqqa bridge street", "Raqqa-Bridge Street"}}}},
        {"Kafr Nabl",
         {{"en", {"Kafr Nabl", "Kafranbl", "Kafr Nabel", "Kafrnabl"}},
          {"ar", {"كفر نبل", "بكفر نبل", "كفرنبل"}},
          {"ru", {"Кафр-Набль", "Кафр Набле", "Кафрнабль"}},
          {"bs", {"Kafr Nabl", "Kafr Nablu"}},
          {"sq", {"Kafr Nabl", "Kafr Nablit"}}}},
    };
}

Texts bystanders() {
    return {"Omar",          "Bilal Shami",  "Hana",        "Marwan",        "نورة",  "Rania Saadi", "Dzhokhar",
            "Elvir",         "Besnik Gashi", "Idlib Gate",  "Samira",        "عمار",  "Walid",       "Nadim Rahal",
            "Sabina",        "Руслан",       "Amina Delić", "Ardita",        "Harun", "Ziad Khoury", "Wael",
            "Muna Barakat",  "سعاد",         "Adnan",       "Lirie Berisha", "Tahir", "Iman",        "Faruk",
            "Nizar Qabbani", "Majd",         "Sulayman",    "Rustam",        "Edin",  "Valon"};
}

}  // namespace

const NameList& first_list() {
    static const NameList list{people(), bystanders(), first_carriers()};
    return list;
}

}  // namespace counterclip::captions
