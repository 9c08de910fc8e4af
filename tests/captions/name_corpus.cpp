#include "name_corpus.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

namespace counterclip::captions {

namespace {

using Texts = std::vector<std::string>;

// One person: the one spelling in the vault, and how captions of each language may write it.
struct Person {
    std::string term;
    std::map<std::string, Texts> written;
};

const std::vector<Person>& first_people() {
    static const std::vector<Person> people{
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
    return people;
}

const std::vector<Person>& other_people() {
    static const std::vector<Person> people{
        {"Karim Mansour",
         {{"en", {"Karim Mansour", "Kareem Mansur", "Kerim Mansoor", "Karim al-Mansour", "Karim Mansour's"}},
          {"ar", {"كريم منصور", "وكريم منصور", "كريم المنصور", "کریم منصور"}},
          {"ru", {"Карим Мансур", "Карима Мансура", "Каримом Мансуром"}},
          {"bs", {"Kerim Mansur", "Kerima Mansura", "Karimu Mansuru"}},
          {"sq", {"Kerim Mansuri", "Karim Mansurit", "Kerimin Mansur"}}}},
        {"Maryam",
         {{"en", {"Maryam", "Mariam's", "Meryem", "Miriam", "Maryem"}},
          {"ar", {"مريم", "ومريم", "لمريم"}},
          {"ru", {"Марьям", "Мариам", "Марьяму"}},
          {"bs", {"Merjem", "Merjemu", "Merjemom", "Merima"}},
          {"sq", {"Merjem", "Merjemen", "Mariam"}}}},
        {"إبراهيم الخطيب",
         {{"en", {"Ibrahim al-Khatib", "Ebrahim Khateeb", "Ibraheem El Khatib", "Ibrahim Hatib"}},
          {"ar", {"إبراهيم الخطيب", "ابراهيم الخطيب", "وإبراهيم خطيب"}},
          {"ru", {"Ибрагим аль-Хатиб", "Ибрахима Хатиба", "Ибрагимом Хатибом"}},
          {"bs", {"Ibrahim Hatib", "Ibrahima Hatiba", "Ibrahimom Hatibom"}},
          {"sq", {"Ibrahim Hatibi", "Ibrahimit Hatib", "Ibrahimin Hatibi"}}}},
        {"Umm Hamza",
         {{"en", {"Umm Hamza", "Um Hamzah", "Oum Hamza", "Umm Hamza's"}},
          {"ar", {"أم حمزة", "ام حمزة", "وأم حمزه"}},
          {"ru", {"Умм Хамза", "Умм Хамзы", "Ум Хамзой"}},
          {"bs", {"Umm Hamza", "Um Hamzu", "Umm Hamzom"}},
          {"sq", {"Um Hamza", "Umm Hamzës", "Um Hamzën"}}}},
        {"Khadija",
         {{"en", {"Khadija", "Khadijah", "Hadija", "Khadeeja's", "Khadidja"}},
          {"ar", {"خديجة", "وخديجة", "خديجه"}},
          {"ru", {"Хадиджа", "Хадиджи", "Хадиджу", "Хадиджой"}},
          {"bs", {"Hadidža", "Hadidžu", "Hadidžom", "Hatidža"}},
          {"sq", {"Hadixha", "Hatixhe", "Hadixhen"}}}},
        {"Ismail",
         {{"en", {"Ismail", "Ismael", "Ismaeel's", "Isma'il", "Esmail"}},
          {"ar", {"إسماعيل", "اسماعيل", "وإسماعيل"}},
          {"ru", {"Исмаил", "Исмаила", "Исмаилом"}},
          {"bs", {"Ismail", "Ismaila", "Ismailu", "Ismailov"}},
          {"sq", {"Ismail", "Ismaili", "Ismailit"}}}},
        {"Nour al-Din",
         {{"en", {"Nour al-Din", "Nureddin", "Nur ad-Din", "Nour Eddin", "Noureddine"}},
          {"ar", {"نور الدين", "ونور الدين"}},
          {"ru", {"Нур ад-Дин", "Нуреддин", "Нуреддина"}},
          {"bs", {"Nuredin", "Nuredina", "Nuredinom"}},
          {"sq", {"Nuredin", "Nuredini", "Nuredinit"}}}},
        {"Ghassan Rashid",
         {{"en", {"Ghassan Rashid", "Gassan Rasheed", "Ghasan Rachid", "Ghassan Rashed"}},
          {"ar", {"غسان رشيد", "وغسان رشيد", "غسّان الرشيد"}},
          {"ru", {"Гассан Рашид", "Гассана Рашида", "Гассаном Рашидом"}},
          {"bs", {"Gasan Rašid", "Gasana Rašida", "Gasanom Rašidom"}},
          {"sq", {"Gasan Rashid", "Gasani Rashidi", "Gasanin Rashid"}}}},
        {"Магомед Исаев",
         {{"en", {"Magomed Isaev", "Magomed Isayev's", "Magomet Isaev"}},
          {"ar", {"ماغوميد إساييف", "ماجوميد عيساييف"}},
          {"ru", {"Магомед Исаев", "Магомеда Исаева", "Магомедом Исаевым", "Магомеду Исаеву"}},
          {"bs", {"Magomed Isajev", "Magomeda Isajeva"}},
          {"sq", {"Magomed Isaev", "Magomedi Isaev"}}}},
        {"Senad Begović",
         {{"en", {"Senad Begovic", "Senad Begovich", "Senad Begović's"}},
          {"ar", {"سناد بيغوفيتش", "سيناد بيجوفيتش"}},
          {"ru", {"Сенад Бегович", "Сенада Беговича", "Сенадом Беговичем"}},
          {"bs", {"Senad Begović", "Senada Begovića", "Senadom Begovićem", "SENAD BEGOVIC"}},
          {"sq", {"Senad Begoviq", "Senad Begoviçi"}}}},
        {"Blerim Hoxha",
         {{"en", {"Blerim Hoxha", "Blerim Hodja", "Blerim Hoxha's"}},
          {"ar", {"بليريم خوجة", "بليريم هوجا"}},
          {"ru", {"Блерим Ходжа", "Блерима Ходжи", "Блеримом Ходжой"}},
          {"bs", {"Blerim Hodža", "Blerima Hodže"}},
          {"sq", {"Blerim Hoxha", "Blerimit Hoxha", "Blerimin Hoxhën", "Blerimi Hoxha"}}}},
        {"Aisha",
         {{"en", {"Aisha", "Ayesha", "Aysha's", "Aischa", "Aisha"}},
          {"ar", {"عائشة", "وعائشة", "عايشة"}},
          {"ru", {"Аиша", "Айша", "Аиши", "Айшу"}},
          {"bs", {"Aiša", "Ajša", "Aišu", "Ajšom"}},
          {"sq", {"Aishe", "Ajsha", "Ajshen"}}}},
        {"عبد القادر",
         {{"en", {"Abd al-Qadir", "Abdulkadir", "Abdel Kader", "Abdelkader", "Abdul Qader"}},
          {"ar", {"عبد القادر", "عبدالقادر", "وعبد القادر"}},
          {"ru", {"Абдулкадир", "Абдулкадира", "Абд аль-Кадир"}},
          {"bs", {"Abdulkadir", "Abdulkadira", "Abdulkadirom"}},
          {"sq", {"Abdulkadir", "Abdulkadiri", "Abdylkadirin"}}}},
        {"Tariq",
         {{"en", {"Tariq", "Tarek", "Tareq's", "Tarik"}},
          {"ar", {"طارق", "وطارق", "لطارق"}},
          {"ru", {"Тарик", "Тарика", "Тариком"}},
          {"bs", {"Tarik", "Tarika", "Tarikom", "Tarikov"}},
          {"sq", {"Tarik", "Tariku", "Tarikut"}}}},
        {"Old Mill Road 12", {{"en", {"Old Mill Road 12", "old mill road 12", "Old Mill Road, 12"}}}},
        {"Deir Hafir",
         {{"en", {"Deir Hafir", "Dayr Hafir", "Deir Hafer", "Deir-Hafir"}},
          {"ar", {"دير حافر", "بدير حافر", "ودير حافر"}},
          {"ru", {"Дейр-Хафир", "Дейр Хафире"}},
          {"bs", {"Deir Hafir", "Deir Hafiru"}},
          {"sq", {"Deir Hafir", "Deir Hafirit"}}}},
    };
    return people;
}

const std::vector<Person>& unseen_people() {
    static const std::vector<Person> people{
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
    return people;
}

// In the vault too, but nobody speaks of them: what is found of these is a false alarm.
const Texts& bystanders(People people) {
    static const Texts first{
        "Omar",          "Bilal Shami",  "Hana",        "Marwan",        "نورة",  "Rania Saadi", "Dzhokhar",
        "Elvir",         "Besnik Gashi", "Idlib Gate",  "Samira",        "عمار",  "Walid",       "Nadim Rahal",
        "Sabina",        "Руслан",       "Amina Delić", "Ardita",        "Harun", "Ziad Khoury", "Wael",
        "Muna Barakat",  "سعاد",         "Adnan",       "Lirie Berisha", "Tahir", "Iman",        "Faruk",
        "Nizar Qabbani", "Majd",         "Sulayman",    "Rustam",        "Edin",  "Valon"};
    static const Texts others{
        "Anas",         "Hisham Bakri", "Dalia",       "Ridwan",     "هدى",   "Sawsan Najjar", "Aslan",
        "Nermin",       "Driton Shala", "Bab Touma",   "Jamila",     "باسل",  "Mazen",         "Fadi Halabi",
        "Alma",         "Тимур",        "Selma Kovač", "Vjosa",      "Musa",  "Elias Nasser",  "Rima",
        "Lina Darwish", "سمير",         "Kenan",       "Teuta Rama", "Usman", "Noor",          "Idris",
        "Ghada Samman", "Qusay",        "Dawud",       "Islam",      "Mirza", "Agron"};
    static const Texts unseen{
        "Amjad",       "Lubna Hariri",  "Ghaith",      "Zeki",        "سامر",   "Hanan Sabbagh", "Beslan",
        "Fikret",      "Ilir Kelmendi", "Bab al-Hawa", "Nawal",       "رامي",   "Kinan",         "Tamer Jundi",
        "Azra",        "Мурад",         "Lejla Babić", "Flutura",     "Zaid",   "Joseph Hanna",  "Racha",
        "Dima Kassab", "وائل",          "Haris",       "Mimoza Leka", "Jaafar", "Suhail",        "Ayman",
        "Salwa Bitar", "Ihab",          "Nuh",         "Arslan",      "Damir",  "Burim"};
    return people == People::first ? first : people == People::others ? others : unseen;
}

struct Language {
    std::string tag;
    std::array<Texts, 4> words;  // openings, verbs, objects, ends; a sentence takes one of each
    Texts around;                // "{}" is where the name goes
    Texts strangers;             // names that nobody protects, for the same place
};

const std::vector<Language>& languages() {
    static const std::vector<Language> all{
        {"en",
         {Texts{"At that time", "Later in the evening", "When the war began", "Before I left", "To be honest",
                "In Turkey", "My mother said that", "After the prayer", "Some of the brothers", "Nobody told us, but",
                "On Monday", "The judge in Brussels"},
          Texts{"we crossed the border", "they promised us money", "I watched the videos", "everyone was afraid",
                "he took our phones", "she wanted to go home", "they moved the whole family", "I sold the car",
                "the guards came in", "we slept in a school"},
          Texts{"near the river", "with the other families", "because of the bombing", "in a small grey house",
                "without any papers", "for almost two years", "from the market in Gaziantep", "and nobody asked why",
                "like all the rest", "more than once"},
          Texts{"and I cannot forget it.", "so I stayed.", "that is the truth.", "you know?", "and then silence.",
                "it was cold.", "as I said before.", "I swear.", "Thank God."}},
         {"Then {} called me", "{} was with us", "I asked {} about it", "It was {} who drove", "They took {} away",
          "Do you know {}?", "That is what {} said to me"},
         {"Peter", "Anna Schmidt", "George", "Marie", "Doctor Jansen", "Oliver", "Mehmet Kaya", "Assad", "Robert",
          "Sofia", "Ferhat", "Colonel Petrov"}},
        {"ar",
         {Texts{"في ذلك الوقت", "بعد صلاة المغرب", "عندما بدأت الحرب", "قبل أن أغادر", "بصراحة", "قالت أمي إن",
                "في تركيا", "بعض الشباب", "لم يخبرنا أحد لكن", "يوم الاثنين", "القاضي في المحكمة", "كل الناس"},
          Texts{"عبرنا الحدود", "وعدونا بالمال", "شاهدت المقاطع", "كان الجميع خائفا", "أخذ هواتفنا",
                "أرادت أن ترجع إلى البيت", "نقلوا العائلة كلها", "بعت السيارة", "دخل الحراس", "نمنا في مدرسة"},
          Texts{"قرب النهر", "مع العائلات الأخرى", "بسبب القصف", "في بيت صغير", "من دون أوراق", "لمدة سنتين تقريبا",
                "على الطريق إلى السوق", "ولم يسأل أحد لماذا", "مثل الباقين", "أكثر من مرة"},
          Texts{"ولا أستطيع أن أنسى.", "فبقيت هناك.", "هذه هي الحقيقة.", "هل تفهمني؟", "ثم سكتنا.", "كان الجو باردا.",
                "كما قلت لك.", "والله.", "الحمد لله."}},
         {"ثم اتصل بي {}", "كان {} معنا", "سألت {} عن ذلك", "أخذوا {} من البيت", "هل تعرف {} ؟", "هذا ما قاله {} لي"},
         {"بطرس", "جورج", "ماري", "الدكتور يانسن", "أنطون", "صوفيا", "روبرت", "الأسد", "فرهاد", "العقيد بتروف"}},
        {"ru",
         {Texts{"В то время", "Позже вечером", "Когда началась война", "До отъезда", "Честно говоря", "В Турции",
                "Моя мать сказала, что", "После молитвы", "Некоторые братья говорили:", "Никто нам не сказал, но",
                "В понедельник", "Судья в Москве"},
          Texts{"мы перешли границу", "они обещали деньги", "я смотрел ролики", "все боялись",
                "он забрал наши телефоны", "она хотела домой", "они перевезли всю семью", "я продал машину",
                "вошли охранники", "мы спали в школе"},
          Texts{"у самой реки", "с другими семьями", "из-за бомбёжки", "в маленьком сером доме", "без документов",
                "почти два года", "на рынке в Газиантепе", "и никто не спросил почему", "как и все", "и не один раз"},
          Texts{"и я не могу забыть.", "поэтому я остался.", "это правда.", "понимаете?", "а потом тишина.",
                "было холодно.", "как я уже сказал.", "клянусь.", "слава Богу."}},
         {"Потом позвонил {}", "{} был с нами", "Я спросил про это {}", "Машину вёл {}", "Они увели {}",
          "Ты знаешь {}?", "Так мне сказал {}"},
         {"Пётр", "Анна", "Георгий", "Мария", "доктор Янсен", "Оливер", "Кая", "Асад", "Роберт", "София",
          "полковник Петров", "Виктор"}},
        {"bs",
         {Texts{"U to vrijeme", "Kasnije navečer", "Kad je počeo rat", "Prije nego što sam otišao", "Da budem iskren",
                "U Turskoj", "Majka je rekla da", "Poslije namaza",
                "Neka braća su govorila:", "Niko nam nije rekao, no", "U ponedjeljak", "Sudija u Sarajevu"},
          Texts{"prešli smo granicu", "obećali su nam novac", "gledao sam snimke", "svi su se bojali",
                "uzeo nam je telefone", "htjela je kući", "preselili su cijelu porodicu", "prodao sam auto",
                "ušli su stražari", "spavali smo u školi"},
          Texts{"pored rijeke", "s drugim porodicama", "zbog bombardovanja", "u maloj sivoj kući", "bez ikakvih papira",
                "skoro dvije godine", "s pijace u Gaziantepu", "i niko nije pitao zašto", "kao i svi ostali",
                "više nego jednom"},
          Texts{"i ne mogu to zaboraviti.", "zato sam ostao.", "to je istina.", "razumijete?", "a onda tišina.",
                "bilo je hladno.", "kao što sam rekao.", "kunem se.", "hvala Bogu."}},
         {"Onda je zvao {}", "{} je bio s nama", "Pitao sam za to {}", "Vozio je {}", "Odveli su {}", "Poznaješ li {}?",
          "Tako mi je rekao {}"},
         {"Petar", "Ana", "Đorđe", "Marija", "doktor Jansen", "Oliver", "Kaya", "Asad", "Robert", "Sofija",
          "pukovnik Petrov", "Goran"}},
        {"sq",
         {Texts{"Në atë kohë", "Më vonë në mbrëmje", "Kur filloi lufta", "Para se të ikja", "Të them të drejtën",
                "Në Turqi", "Nëna më tha se", "Pas namazit", "Disa vëllezër thoshin:", "Askush nuk na tregoi, por",
                "Të hënën", "Gjykatësi në Prishtinë"},
          Texts{"kaluam kufirin", "na premtuan para", "shikoja videot", "të gjithë kishin frikë", "na mori telefonat",
                "ajo donte në shtëpi", "e zhvendosën gjithë familjen", "shita makinën", "hynë rojet",
                "fjetëm në një shkollë"},
          Texts{"pranë lumit", "me familjet e tjera", "për shkak të bombave", "në një shtëpi të vogël",
                "pa asnjë dokument", "gati dy vjet", "nga tregu në Gaziantep", "dhe askush nuk pyeti pse",
                "si të gjithë", "më shumë se një herë"},
          Texts{"dhe nuk e harroj dot.", "prandaj mbeta.", "kjo është e vërteta.", "e kuptoni?", "pastaj heshtje.",
                "bënte ftohtë.", "siç thashë.", "betohem.", "falë Zotit."}},
         {"Pastaj më thirri {}", "{} ishte me ne", "E pyeta {} për këtë", "Makinën e ngiste {}", "E morën {}",
          "A e njeh {}?", "Kështu më tha {}"},
         {"Pjetër", "Ana", "Gjergj", "Maria", "doktor Jansen", "Oliver", "Kaya", "Asadi", "Robert", "Sofia",
          "koloneli Petrov", "Viktor"}},
    };
    return all;
}

class Maker {
  public:
    Maker(People people, unsigned seed)
        : people_(people == People::first    ? first_people()
                  : people == People::others ? other_people()
                                             : unseen_people()),
          random_(seed) {
        for (const Person& person : people_) corpus_.terms.push_back(person.term);
        for (const std::string& name : bystanders(people)) corpus_.terms.push_back(name);
    }

    NameCorpus make(std::size_t cues, std::size_t planted) {
        std::vector<bool> has_name(cues, false);
        std::fill_n(has_name.begin(), planted, true);
        std::shuffle(has_name.begin(), has_name.end(), random_);
        for (std::size_t n = 0; n < cues; ++n) {
            const Language& language = languages()[n % languages().size()];
            corpus_.languages.push_back(language.tag);
            if (has_name[n])
                plant(language);
            else
                corpus_.cues.push_back(chance(3) ? with(language, any(language.strangers)).first : sentence(language));
        }
        return std::move(corpus_);
    }

  private:
    std::size_t below(std::size_t n) { return random_() % n; }  // the same on every machine
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    const std::string& any(const Texts& texts) { return texts[below(texts.size())]; }

    std::string sentence(const Language& language) {
        return any(language.words[0]) + " " + any(language.words[1]) + " " + any(language.words[2]) +
               (chance(2) ? "\n" : " ") + any(language.words[3]);
    }

    // A cue around a name, and where the name begins.
    std::pair<std::string, std::size_t> with(const Language& language, const std::string& name) {
        const std::string& around = any(language.around);
        const std::size_t at = around.find("{}");
        std::string cue = chance(2) ? any(language.words[0]) + " " + any(language.words[1]) + ". " : "";
        const std::size_t begin = cue.size() + at;
        cue += around.substr(0, at) + name + around.substr(at + 2) + (chance(2) ? ", " : "\n") + any(language.words[3]);
        return {cue, begin};
    }

    void plant(const Language& language) {
        std::size_t who = below(people_.size());
        while (!people_[who].written.contains(language.tag)) who = below(people_.size());
        const std::string& name = any(people_[who].written.at(language.tag));
        const auto [cue, begin] = with(language, name);
        corpus_.planted.push_back({corpus_.cues.size(), begin, name.size(), who});
        corpus_.cues.push_back(cue);
    }

    const std::vector<Person>& people_;
    std::mt19937 random_;
    NameCorpus corpus_;
};

}  // namespace

NameCorpus make_name_corpus(People people, unsigned seed, std::size_t cues, std::size_t planted) {
    return Maker(people, seed).make(cues, planted);
}

}  // namespace counterclip::captions
