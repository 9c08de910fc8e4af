// What the puppet of the interview tells, in three languages, sentence by sentence. Invented; it holds one name.
#pragma once

namespace counterclip::puppet {

inline constexpr const char* village_story =
    "My name is not important here. I was nineteen years old when they came to our village. It was early, the bread "
    "was still in the oven. My brother said, Salim, do not open the door. But they did not knock. They took the men "
    "first, then the boys who were tall. I remember the sound of the trucks more than the faces. Later, in the camp, "
    "we were given a number and a blanket. There was a woman who shared her water with us, every evening, until she "
    "was moved. I never learned what became of her. You ask me why I speak now. Because my children ask me, and I "
    "want them to hear it from me, and not from a stranger.";

inline constexpr const char* village_story_ar =
    "اسمي ليس مهمًا هنا. كان عمري تسعة عشر عامًا عندما جاؤوا إلى قريتنا. كان الوقت مبكرًا، وكان الخبز لا يزال في الفرن. "
    "قال أخي: سليم، لا تفتح الباب. لكنهم لم يطرقوا الباب. أخذوا الرجال أولًا، ثم الفتيان طوال القامة. أتذكر صوت "
    "الشاحنات "
    "أكثر من الوجوه. بعد ذلك، في المخيم، أعطونا رقمًا وبطانية. كانت هناك امرأة تشاركنا ماءها كل مساء، حتى نُقلت. لم أعرف "
    "قط ما حل بها. تسألونني لماذا أتكلم الآن. لأن أولادي يسألونني، وأريد أن يسمعوا ذلك مني لا من غريب.";

inline constexpr const char* village_story_ru =
    "Моё имя здесь не важно. Мне было девятнадцать лет, когда они пришли в нашу деревню. Было рано, хлеб ещё был в "
    "печи. Брат сказал: Салим, не открывай дверь. Но они не стучали. Сначала они забрали мужчин, потом рослых "
    "мальчиков. Звук грузовиков я помню лучше, чем лица. Потом, в лагере, нам дали номер и одеяло. Одна женщина "
    "делилась с нами водой каждый вечер, пока её не увезли. Я так и не узнал, что с ней стало. Вы спрашиваете, почему "
    "я говорю сейчас. Потому что мои дети спрашивают меня, и я хочу, чтобы они услышали это от меня, а не от чужого "
    "человека.";

}  // namespace counterclip::puppet
