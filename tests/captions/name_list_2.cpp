// The second list: looked at while the finder was made, tuned on no word of it.
#include "name_lists.h"

namespace counterclip::captions {

namespace {

std::vector<Person> people() {
    return {
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
}

Texts bystanders() {
    return {"Anas",         "Hisham Bakri", "Dalia",       "Ridwan",     "هدى",   "Sawsan Najjar", "Aslan",
            "Nermin",       "Driton Shala", "Bab Touma",   "Jamila",     "باسل",  "Mazen",         "Fadi Halabi",
            "Alma",         "Тимур",        "Selma Kovač", "Vjosa",      "Musa",  "Elias Nasser",  "Rima",
            "Lina Darwish", "سمير",         "Kenan",       "Teuta Rama", "Usman", "Noor",          "Idris",
            "Ghada Samman", "Qusay",        "Dawud",       "Islam",      "Mirza", "Agron"};
}

}  // namespace

const NameList& second_list() {
    static const NameList list{people(), bystanders(), first_carriers()};
    return list;
}

}  // namespace counterclip::captions
