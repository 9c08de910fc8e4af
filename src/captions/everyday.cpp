#include "captions/everyday.h"

#include <array>
#include <string>
#include <unordered_map>

#include "captions/folding.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

constexpr std::string_view english =
    "the a an and or but nor so if then than that this these those there here where when while who whom whose which "
    "what "
    "why how i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones "
    "self be am is are was were been being do does did done doing have has had having will would shall should can "
    "could "
    "may might must ought not no yes of in on at to from by with without about against between into through during "
    "before after above below up down out off over under again further once all any both each few more most other some "
    "such only own same too very just now never ever always often still also even yet already almost enough as like "
    "because until since though although whether either neither somebody someone something anybody anyone anything "
    "nobody nothing everybody everyone everything say says said saying tell tells told ask asked go goes went gone "
    "going "
    "come comes came coming get gets got make makes made take takes took taken see sees saw seen know knows knew known "
    "think thought want wanted give gave given find found let put keep kept leave left live lived call called need "
    "needed feel felt seem try tried use used look looked read sent set run ran sit sat stand stood two three four "
    "five "
    "six seven eight nine ten hundred first second last next new old good bad big small long little much many man men "
    "woman women people child children day days night year years time times week month hour home house way road thing "
    "things money name names water door hand life world war well back away maybe";

constexpr std::string_view arabic =
    "من الى إلى على عن في مع او أو ام أم ثم لا لم لن ما هل قد لقد ان أن إن اذا إذا لو لولا كي لكي حتى منذ بعد قبل "
    "تحت فوق عند عندما بين خلف امام أمام حول دون بدون ضد مثل غير سوى كل بعض اي أي كم كيف اين أين متى لماذا ماذا من هو "
    "هي "
    "هم هن نحن انا أنا انت أنت انتم أنتم هذا هذه ذلك تلك هؤلاء اولئك أولئك الذي التي الذين اللواتي هنا هناك كان كانت "
    "كانوا "
    "كنت كنا يكون تكون ليس ليست صار صارت قال قالت قالوا قلت قلنا يقول تقول جاء جاءت جاؤوا ذهب ذهبت ذهبنا راح اخذ أخذ "
    "أخذوا "
    "رأى رأيت شاهدت عرف عرفت يعرف تعرف اعرف أعرف اريد أريد يريد تريد يمكن ممكن يجب لازم فعل فعلت عمل عملت نعم كلا ايضا "
    "أيضا "
    "فقط جدا الان الآن اليوم امس أمس غدا دائما ابدا أبدا كثير كثيرا قليل قليلا جديد جديدة قديم "
    "قديمة "
    "اول أول اخر آخر أخرى نفس واحد واحدة اثنان اثنين ثلاثة ثلاث اربعة أربعة خمسة ستة سبعة ثمانية تسعة عشرة عشر مئة مرة "
    "مرات "
    "يوم ايام أيام ليلة ساعة سنة سنوات سنين شهر اسبوع أسبوع وقت زمن ناس رجل رجال امرأة نساء ولد اولاد أولاد طفل اطفال "
    "أطفال "
    "بيت بيوت باب طريق شارع مدينة قرية بلد ارض أرض ماء خبز مال شيء اشياء أشياء كلام اسم نوع لون عدد حالة حال لكن لأن "
    "لان "
    "لذلك هكذا كذلك كما مما عما فيما بينما حيث إلا الا بل اما أما إما له لها لهم لي لك لنا به بها بهم بي بك بنا منه "
    "منها منهم "
    "مني منك منا فيه فيها فيهم عليه عليها عليهم إليه إليها إليهم عنه عنها معه معها معهم معي معنا عنده عندها عندي عندنا "
    "كله كلها "
    "كلهم بعدها بعده قبلها اعلى أعلى اكثر أكثر اقل أقل اكبر أكبر اصغر أصغر احسن أحسن احد أحد والله بالله تالله الله شو "
    "ليش وين هيك هلق كتير بس مو مش عم رح يعني طيب";

constexpr std::string_view russian =
    "и в во не на я он она оно они мы вы ты что как это так вот но а да нет же то бы по из за от до для о об у к ко с "
    "со "
    "под над при про без через между перед после около среди против меня мне мной тебя тебе его ему им ей её нас нам "
    "вас "
    "вам их ими себя себе мой моя моё мои моего моей твой наш наша наши ваш ваша свой своя свои своего кто кого кому "
    "чем "
    "чего чему который которая которые где когда куда откуда почему зачем если или либо ли хотя чтобы потому поэтому "
    "тоже также ещё уже только даже лишь очень всё все всех всем весь вся этот эта эти этого этой тот та те того той "
    "тем "
    "там тут здесь сюда туда тогда теперь сейчас потом всегда никогда иногда часто опять снова больше меньше много "
    "мало "
    "более менее самый сам сама сами другой другие другая один одна одно два две три четыре пять шесть семь восемь "
    "девять "
    "десять сто раз год года лет день дня дни сегодня вчера завтра ночь ночи время времени человек люди людей дом дома "
    "дело жизнь рука руки "
    "быть был была было были буду будет будут есть мог могла могли может можно надо нужно хотел хотела хотели сказал "
    "сказала сказали говорил говорила говорили знал знала знали знаю знает думал думаю видел видела пришёл пришла "
    "пришли "
    "ушёл ушла ушли стал стала стали взял дал дали имя имени имена никто ничего никого нибудь конечно просто почти "
    "вдруг "
    "ну ведь значит";

constexpr std::string_view bosnian =
    "i u na je se su sam smo ste si nije nisu nisam nismo niste nisi ne da li ali pa te ni niti ili nego već dok jer "
    "ako "
    "kad kada kako gdje kuda odakle zašto što šta tko ko koga kome kojim koji koja koje kojeg kojoj čiji od do za s sa "
    "iz "
    "po pri pod nad o ob k ka kod bez kroz među između prije poslije nakon preko protiv zbog radi oko ispred iza iznad "
    "ispod pored osim ja ti on ona ono mi vi oni one me mene meni mnom te tebe tebi ga njega mu njemu njim nju joj "
    "njoj "
    "nas nam nama vas vam vama ih njih im njima sebe sebi moj moja moje moji tvoj njegov njegova njen naš naša naše "
    "vaš "
    "svoj svoja svoje ovaj ova ovo ovi taj ta to ti onaj tog toga tom tome tu tamo ovdje ondje tad tada sad sada onda "
    "opet uvijek nikad nikada nekad često samo još već također i tako vrlo jako više manje mnogo malo puno svi sve sva "
    "svaki svaka neki neka neke netko neko nešto ništa niko nitko jedan jedna jedno dva dvije tri četiri pet šest "
    "sedam "
    "osam devet deset sto prvi prva drugi druga drugo dan dana dani danas jučer sutra noć noći godina godine godinu "
    "vrijeme vremena "
    "čovjek "
    "ljudi ljude kuća kuće kući put ruka vrata voda ime imena imenom bio bila bilo bili biti ću ćeš će ćemo ćete bih "
    "bi "
    "bismo imao imala imali ima imam imaju može možete mogu mogao moram morao treba htio htjela hoće rekao rekla rekli "
    "znao znala zna znam vidio vidjela došao došla došli otišao otišla otišli dao uzeo možda zar baš evo eto gle";

constexpr std::string_view albanian =
    "e i të u në me për nga dhe që se si nuk s' mos po por ose apo as edhe ende tani atëherë këtu aty atje ku kur kush "
    "çfarë "
    "çka pse sa cili cila cilët unë ti ai ajo ne ju ata ato më të mua ty atij asaj na neve jua atyre tyre im ime mi "
    "mia "
    "yt jote ynë jonë juaj tij saj kjo ky këta këto këtë kësaj këtij atë një dy tre katër pesë gjashtë shtatë tetë "
    "nëntë "
    "dhjetë qind parë dytë tjetër tjera tjerët gjithë gjitha çdo disa asnjë askush asgjë dikush diçka vetëm shumë pak "
    "më mirë keq madh vogël vjetër ri re kam ke ka kemi keni kanë kisha kishte kishin jam je është jemi jeni janë isha "
    "ishte ishin qenë qenka do duhet duhej mund bëj bën bëri bënte thotë tha thanë thashë thoshte di dinte dija e shoh "
    "pa "
    "panë erdhi erdha erdhën vij shkoi shkova shkuan iku mori morën marr dha dhanë u bë para pas prej te tek nën mbi "
    "ndër midis mes pranë afër larg brenda jashtë pa sipas kundër deri derisa ndërsa megjithatë sepse nëse kështu "
    "prandaj "
    "pastaj përsëri gjithmonë kurrë ndonjëherë sot dje nesër ditë ditën ditët natë natën vit vjet viti orë kohë koha "
    "njeri "
    "njerëz njerëzit burrë burra grua gra fëmijë shtëpi shtëpinë rrugë rruga derë dera dorë ujë bukë punë gjë emër "
    "emri "
    "emrin emra emrat jo pa mbase ndoshta pra kaq aq gjatë gjithashtu sikur sonë";

using Table = std::unordered_map<std::u32string, Languages>;

void add(std::string_view list, unsigned language, bool as_written, Table& table) {
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find(' ', at), list.size());
        const auto word = list.substr(at, end - at);
        std::u32string letters;
        if (as_written) {
            for (std::size_t n = 0; n < word.size();) letters += next_code_point(word, n);
        } else {
            for (const Folded& f : fold(word)) letters += f.sign;
        }
        table[letters] |= static_cast<Languages>(1U << language);
        at = end + 1;
    }
}

Table made() {
    Table table;
    add(english, 0, false, table);
    add(arabic, 1, true, table);
    add(russian, 2, false, table);
    add(bosnian, 3, false, table);
    add(albanian, 4, false, table);
    return table;
}

}  // namespace

Languages everyday_in(std::u32string_view folded, std::u32string_view as_written) {
    static const Table table = made();
    if (folded.empty()) return 0;
    const auto found = table.find(std::u32string(is_arabic(folded.front()) ? as_written : folded));
    return found == table.end() ? Languages{0} : found->second;
}

}  // namespace counterclip::captions
