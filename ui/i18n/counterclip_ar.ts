<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>QObject</name>
    <message>
        <source>Render %1 of %2, file SHA-256 %3…</source>
        <translation>الإخراج %1 لـ %2، SHA-256 للملف %3…</translation>
    </message>
</context>
<context>
    <name>counterclip::ui</name>
    <message>
        <source>face hidden</source>
        <translation>الوجه مخفي</translation>
    </message>
    <message>
        <source>face may show</source>
        <translation>يجوز أن يظهر الوجه</translation>
    </message>
    <message>
        <source>name changed</source>
        <translation>الاسم مُغيَّر</translation>
    </message>
    <message>
        <source>real name</source>
        <translation>الاسم الحقيقي</translation>
    </message>
    <message>
        <source>voice altered</source>
        <translation>الصوت معدَّل</translation>
    </message>
    <message>
        <source>own voice</source>
        <translation>الصوت الأصلي</translation>
    </message>
    <message>
        <source>details left out</source>
        <translation>التفاصيل محذوفة</translation>
    </message>
    <message>
        <source>details may stay</source>
        <translation>يجوز أن تبقى التفاصيل</translation>
    </message>
    <message>
        <source>use: public</source>
        <translation>الاستخدام: للعموم</translation>
    </message>
    <message>
        <source>use: research</source>
        <translation>الاستخدام: للبحث</translation>
    </message>
    <message>
        <source>use: training</source>
        <translation>الاستخدام: للتدريب</translation>
    </message>
    <message>
        <source>not to be used</source>
        <translation>لا يُستخدم</translation>
    </message>
    <message>
        <source>who may see it</source>
        <translation>من يجوز له أن يراه</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>not verified: verify it before you decide</source>
        <translation>لم يُتحقق منه: تحقّق منه قبل أن تقرّر</translation>
    </message>
    <message>
        <source>every frame as planned</source>
        <translation>كل إطار كما خُطّط له</translation>
    </message>
    <message>
        <source>frames are not as planned</source>
        <translation>إطارات ليست كما خُطّط لها</translation>
    </message>
    <message>
        <source>only picture, sound and text that we wrote</source>
        <translation>لا شيء سوى صورة وصوت ونص كتبناها نحن</translation>
    </message>
    <message>
        <source>streams of somebody else</source>
        <translation>تدفّقات من مصدر آخر</translation>
    </message>
    <message>
        <source>sound and picture together</source>
        <translation>الصوت والصورة متزامنان</translation>
    </message>
    <message>
        <source>sound and picture apart</source>
        <translation>الصوت والصورة غير متزامنين</translation>
    </message>
    <message>
        <source>tags not looked for</source>
        <translation>لم يُبحث عن البيانات الوصفية</translation>
    </message>
    <message numerus="yes">
        <source>%n foreign tag(s)</source>
        <translation>
            <numerusform>بيانات وصفية دخيلة: %n</numerusform>
            <numerusform>بيانات وصفية دخيلة: %n</numerusform>
            <numerusform>بيانات وصفية دخيلة: %n</numerusform>
            <numerusform>بيانات وصفية دخيلة: %n</numerusform>
            <numerusform>بيانات وصفية دخيلة: %n</numerusform>
            <numerusform>بيانات وصفية دخيلة: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody listened for what was to be gone</source>
        <translation>لم يستمع أحد بحثًا عما كان يجب أن يزول</translation>
    </message>
    <message numerus="yes">
        <source>%n stretch(es) of sound left that was to be gone</source>
        <translation>
            <numerusform>بقي %n موضع صوت كان يجب أن يزول</numerusform>
            <numerusform>بقي موضع صوت واحد كان يجب أن يزول</numerusform>
            <numerusform>بقي موضعا صوت كان يجب أن يزولا</numerusform>
            <numerusform>بقيت %n مواضع صوت كان يجب أن تزول</numerusform>
            <numerusform>بقي %n موضعًا صوتيًا كان يجب أن يزول</numerusform>
            <numerusform>بقي %n موضع صوت كان يجب أن يزول</numerusform>
        </translation>
    </message>
    <message>
        <source>proof as it was made</source>
        <translation>البرهان كما صُنع</translation>
    </message>
    <message>
        <source>the proof is missing or was changed</source>
        <translation>البرهان مفقود أو جرى تغييره</translation>
    </message>
    <message>
        <source>(not shown: it may hold a name)</source>
        <translation>(لا يُعرض: قد يحتوي اسمًا)</translation>
    </message>
    <message>
        <source>what was asked for cannot be read</source>
        <translation>تعذّرت قراءة المطلوب</translation>
    </message>
    <message>
        <source>approve %1</source>
        <translation>اعتماد %1</translation>
    </message>
    <message>
        <source>refuse %1</source>
        <translation>رفض %1</translation>
    </message>
    <message>
        <source>check %1</source>
        <translation>فحص %1</translation>
    </message>
    <message>
        <source>audit report of %1</source>
        <translation>تقرير تدقيق %1</translation>
    </message>
    <message numerus="yes">
        <source>blocks: %n</source>
        <translation>
            <numerusform>الموانع: %n</numerusform>
            <numerusform>الموانع: %n</numerusform>
            <numerusform>الموانع: %n</numerusform>
            <numerusform>الموانع: %n</numerusform>
            <numerusform>الموانع: %n</numerusform>
            <numerusform>الموانع: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to be known: %n</source>
        <translation>
            <numerusform>للعلم: %n</numerusform>
            <numerusform>للعلم: %n</numerusform>
            <numerusform>للعلم: %n</numerusform>
            <numerusform>للعلم: %n</numerusform>
            <numerusform>للعلم: %n</numerusform>
            <numerusform>للعلم: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>seen by the verification: %n</source>
        <translation>
            <numerusform>رصدها التحقق: %n</numerusform>
            <numerusform>رصدها التحقق: %n</numerusform>
            <numerusform>رصدها التحقق: %n</numerusform>
            <numerusform>رصدها التحقق: %n</numerusform>
            <numerusform>رصدها التحقق: %n</numerusform>
            <numerusform>رصدها التحقق: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>%n مشكلة مكتشفة</numerusform>
            <numerusform>مشكلة واحدة مكتشفة</numerusform>
            <numerusform>مشكلتان مكتشفتان</numerusform>
            <numerusform>%n مشكلات مكتشفة</numerusform>
            <numerusform>%n مشكلة مكتشفة</numerusform>
            <numerusform>%n مشكلة مكتشفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open gap(s)</source>
        <translation>
            <numerusform>%n فجوة مفتوحة</numerusform>
            <numerusform>فجوة مفتوحة واحدة</numerusform>
            <numerusform>فجوتان مفتوحتان</numerusform>
            <numerusform>%n فجوات مفتوحة</numerusform>
            <numerusform>%n فجوة مفتوحة</numerusform>
            <numerusform>%n فجوة مفتوحة</numerusform>
        </translation>
    </message>
    <message>
        <source>a recording changed since</source>
        <translation>تغيّر تسجيل منذ ذلك الحين</translation>
    </message>
    <message>
        <source>under age</source>
        <translation>قاصر</translation>
    </message>
    <message>
        <source>in custody</source>
        <translation>محتجز</translation>
    </message>
    <message>
        <source>a guard was present</source>
        <translation>كان حارس حاضرًا</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) said to be none</source>
        <translation>
            <numerusform>%n وجه قيل إنه ليس وجهًا</numerusform>
            <numerusform>وجه واحد قيل إنه ليس وجهًا</numerusform>
            <numerusform>وجهان قيل إنهما ليسا وجهين</numerusform>
            <numerusform>%n وجوه قيل إنها ليست وجوهًا</numerusform>
            <numerusform>%n وجهًا قيل إنها ليست وجوهًا</numerusform>
            <numerusform>%n وجه قيل إنه ليس وجهًا</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of a face can be made out</source>
        <translation>يمكن تمييز %1 % من وجه</translation>
    </message>
    <message>
        <source>waits for a second auditor (%1 of %2)</source>
        <translation>ينتظر مدقّقًا ثانيًا (%1 من %2)</translation>
    </message>
    <message>
        <source>waits for an auditor</source>
        <translation>ينتظر مدقّقًا</translation>
    </message>
    <message>
        <source>not verified yet</source>
        <translation>لم يُتحقق منه بعد</translation>
    </message>
    <message>
        <source>not rendered yet</source>
        <translation>لم يُخرَج بعد</translation>
    </message>
    <message>
        <source>%1 % visible</source>
        <translation>ظاهر بنسبة %1 %</translation>
    </message>
    <message>
        <source>a face nobody asked to hide</source>
        <translation>وجه لم يطلب أحد إخفاءه</translation>
    </message>
    <message>
        <source>said to be no face</source>
        <translation>قيل إنه ليس وجهًا</translation>
    </message>
    <message>
        <source>The clip was changed after this render: what it shows cannot be laid beside the recording. Render it again.</source>
        <translation>تغيّر المقطع بعد هذا الإخراج: ما يعرضه لا يمكن وضعه بجانب التسجيل. أخرجه من جديد.</translation>
    </message>
    <message>
        <source>This clip has no captions.</source>
        <translation>لا ترجمات مكتوبة لهذا المقطع.</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>لم يُنظر فيه بعد</translation>
    </message>
    <message>
        <source>asked for a woman to interview them</source>
        <translation>طلب أن تُجري المقابلة امرأة</translation>
    </message>
    <message>
        <source>asked that no man be there</source>
        <translation>طلب ألا يحضر رجل</translation>
    </message>
    <message>
        <source>were told that they may stop at any time</source>
        <translation>أُبلغ بأن له أن يتوقف متى شاء</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>توقّف مبكرًا</translation>
    </message>
    <message>
        <source>left questions out</source>
        <translation>ترك أسئلة بلا جواب</translation>
    </message>
    <message>
        <source>The person interviewed</source>
        <translation>الشخص المُقابَل</translation>
    </message>
    <message>
        <source>Interviewer</source>
        <translation>مُجري المقابلة</translation>
    </message>
    <message>
        <source>Translator</source>
        <translation>المترجم</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>الحارس</translation>
    </message>
    <message>
        <source>Bystander</source>
        <translation>شخص عابر</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>How far it may go</source>
        <translation>إلى أي مدى يجوز أن يصل</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>الوجه</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>In which countries</source>
        <translation>في أي البلدان</translation>
    </message>
    <message>
        <source>In which languages</source>
        <translation>بأي اللغات</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Must stay unknown to</source>
        <translation>يجب أن يبقى مجهولًا لدى</translation>
    </message>
    <message>
        <source>Why it is dangerous</source>
        <translation>لماذا هو خطر</translation>
    </message>
    <message>
        <source>Terms of its own</source>
        <translation>شروط خاصة</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>الرغبات</translation>
    </message>
    <message>
        <source>How they said so</source>
        <translation>كيف قال ذلك</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>given</source>
        <translation>مذكور</translation>
    </message>
    <message>
        <source>no, as for everything</source>
        <translation>لا، كما لكل الأغراض</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>بلا نهاية</translation>
    </message>
    <message>
        <source>any</source>
        <translation>بلا قيد</translation>
    </message>
    <message>
        <source>consent of %1</source>
        <translation>موافقة %1</translation>
    </message>
    <message>
        <source>withdrawal of %1</source>
        <translation>سحب موافقة %1</translation>
    </message>
    <message>
        <source>new interview %1</source>
        <translation>مقابلة جديدة %1</translation>
    </message>
    <message>
        <source>description of %1</source>
        <translation>وصف %1</translation>
    </message>
    <message>
        <source>mark “%1”</source>
        <translation>تحديد “%1”</translation>
    </message>
    <message>
        <source>take “%1” from segment %2</source>
        <translation>نزع “%1” من الشريحة %2</translation>
    </message>
    <message>
        <source>tag segment %2 “%1”</source>
        <translation>وسم الشريحة %2 “%1”</translation>
    </message>
    <message>
        <source>trim segment %1</source>
        <translation>تقليم الشريحة %1</translation>
    </message>
    <message>
        <source>remove segment %1</source>
        <translation>إزالة الشريحة %1</translation>
    </message>
    <message>
        <source>redact: identifying</source>
        <translation>حجب: كاشف للهوية</translation>
    </message>
    <message>
        <source>redact: incriminating</source>
        <translation>حجب: تجريمي</translation>
    </message>
    <message>
        <source>taken back at once</source>
        <translation>أُلغي على الفور</translation>
    </message>
    <message>
        <source>remove redaction %1</source>
        <translation>إزالة الحجب %1</translation>
    </message>
    <message>
        <source>new clip %1</source>
        <translation>مقطع جديد %1</translation>
    </message>
    <message>
        <source>incriminating</source>
        <translation>تجريمي</translation>
    </message>
    <message>
        <source>identifying</source>
        <translation>كاشف للهوية</translation>
    </message>
    <message>
        <source>of a third party</source>
        <translation>يخص طرفًا ثالثًا</translation>
    </message>
    <message>
        <source>distress</source>
        <translation>ضيق نفسي</translation>
    </message>
    <message>
        <source>segment %1: %2</source>
        <translation>الشريحة %1: %2</translation>
    </message>
    <message>
        <source>redaction %1: %2, %3</source>
        <translation>الحجب %1: %2، %3</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>الشخص المُقابَل</translation>
    </message>
    <message>
        <source>interviewer</source>
        <translation>مُجري المقابلة</translation>
    </message>
    <message>
        <source>translator</source>
        <translation>المترجم</translation>
    </message>
    <message>
        <source>guard</source>
        <translation>الحارس</translation>
    </message>
    <message>
        <source>bystander</source>
        <translation>شخص عابر</translation>
    </message>
    <message>
        <source>hidden until labelled</source>
        <translation>مخفي حتى تسميته</translation>
    </message>
    <message>
        <source>not looked at: all hidden</source>
        <translation>لم يُفحص: كله مخفي</translation>
    </message>
    <message>
        <source>Faces were not looked for here, so the whole picture is hidden. Find them in Faces.</source>
        <translation>لم يُبحث عن الوجوه هنا، لذلك الصورة كلها مخفية. ابحث عنها في غرفة الوجوه.</translation>
    </message>
    <message>
        <source>person %1 · %2</source>
        <translation>الشخص %1 · %2</translation>
    </message>
    <message>
        <source> · shown</source>
        <translation> · ظاهر</translation>
    </message>
    <message>
        <source> · hidden</source>
        <translation> · مخفي</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>فجوة</translation>
    </message>
    <message>
        <source>gap: %1; hidden whole until somebody resolves it (double click: Faces)</source>
        <translation>فجوة: %1؛ مخفي بالكامل إلى أن يحسمها أحد (نقر مزدوج: الوجوه)</translation>
    </message>
    <message>
        <source>cue %1</source>
        <translation>السطر %1</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>الشريحة %1</translation>
    </message>
    <message>
        <source>thumbnails</source>
        <translation>المصغّرات</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>الشرائح</translation>
    </message>
    <message>
        <source>redactions</source>
        <translation>الحجب</translation>
    </message>
    <message>
        <source>cues</source>
        <translation>الأسطر</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>الوجوه</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>الفجوات</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>الإثبات</translation>
    </message>
    <message>
        <source>consent, said here</source>
        <translation>الموافقة، قيلت هنا</translation>
    </message>
    <message>
        <source>Where consent was given on this recording</source>
        <translation>حيث أُعطيت الموافقة في هذا التسجيل</translation>
    </message>
    <message>
        <source>no face in gap %1</source>
        <translation>لا وجه في الفجوة %1</translation>
    </message>
    <message>
        <source>extend over gap %1</source>
        <translation>تمديد فوق الفجوة %1</translation>
    </message>
    <message>
        <source>cover gap %1</source>
        <translation>تغطية الفجوة %1</translation>
    </message>
    <message>
        <source>open gap %1 again</source>
        <translation>إعادة فتح الفجوة %1</translation>
    </message>
    <message>
        <source>person %1: %2</source>
        <translation>الشخص %1: %2</translation>
    </message>
    <message>
        <source>show person %1</source>
        <translation>إظهار الشخص %1</translation>
    </message>
    <message>
        <source>merge person %1 and %2</source>
        <translation>دمج الشخصين %1 و%2</translation>
    </message>
    <message>
        <source>split person %1</source>
        <translation>قسم الشخص %1</translation>
    </message>
    <message>
        <source>extend person %1</source>
        <translation>تمديد الشخص %1</translation>
    </message>
    <message>
        <source>person %1 is no face</source>
        <translation>الشخص %1 ليس وجهًا</translation>
    </message>
    <message>
        <source>hide %1</source>
        <translation>إخفاء %1</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>نقل %1</translation>
    </message>
    <message>
        <source>drawn anew</source>
        <translation>رُسم من جديد</translation>
    </message>
    <message>
        <source>no longer hide %1</source>
        <translation>عدم إخفاء %1 بعد الآن</translation>
    </message>
    <message>
        <source>follow %1</source>
        <translation>تتبّع %1</translation>
    </message>
    <message>
        <source>followed instead</source>
        <translation>تُتبّع بدلًا من ذلك</translation>
    </message>
    <message>
        <source>find faces in %1</source>
        <translation>البحث عن الوجوه في %1</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>ليس وجهًا</translation>
    </message>
    <message>
        <source>unlabelled</source>
        <translation>غير مسمّى</translation>
    </message>
    <message>
        <source>lost in mid-frame</source>
        <translation>اختفى في وسط الإطار</translation>
    </message>
    <message>
        <source>begins in mid-frame</source>
        <translation>يبدأ في وسط الإطار</translation>
    </message>
    <message>
        <source>seen only weakly for long</source>
        <translation>رُئي بضعف لمدة طويلة</translation>
    </message>
    <message>
        <source>frames are damaged</source>
        <translation>إطارات تالفة</translation>
    </message>
    <message>
        <source>only weak detectors looked</source>
        <translation>لم تبحث إلا كواشف ضعيفة</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>محسومة</translation>
    </message>
    <message>
        <source>people</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>score of %1</source>
        <translation>درجة %1</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>المناطق</translation>
    </message>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n إطار مفتاحي</numerusform>
            <numerusform>إطار مفتاحي واحد</numerusform>
            <numerusform>إطاران مفتاحيان</numerusform>
            <numerusform>%n إطارات مفتاحية</numerusform>
            <numerusform>%n إطارًا مفتاحيًا</numerusform>
            <numerusform>%n إطار مفتاحي</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>الشخص %1</translation>
    </message>
    <message>
        <source>hidden whole until resolved</source>
        <translation>مخفي بالكامل حتى الحسم</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>من %1</translation>
    </message>
    <message numerus="yes">
        <source>open: %n</source>
        <translation>
            <numerusform>مفتوحة: %n</numerusform>
            <numerusform>مفتوحة: %n</numerusform>
            <numerusform>مفتوحة: %n</numerusform>
            <numerusform>مفتوحة: %n</numerusform>
            <numerusform>مفتوحة: %n</numerusform>
            <numerusform>مفتوحة: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>resolved: %n</source>
        <translation>
            <numerusform>محسومة: %n</numerusform>
            <numerusform>محسومة: %n</numerusform>
            <numerusform>محسومة: %n</numerusform>
            <numerusform>محسومة: %n</numerusform>
            <numerusform>محسومة: %n</numerusform>
            <numerusform>محسومة: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>not hidden: %1 (%2)</source>
        <translation>غير مخفي: %1 (%2)</translation>
    </message>
    <message>
        <source>not hidden: said to be no face</source>
        <translation>غير مخفي: قيل إنه ليس وجهًا</translation>
    </message>
    <message>
        <source>shown by consent</source>
        <translation>ظاهر بموجب الموافقة</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>%1 – %2 · by %3</source>
        <translation>%1 – %2 · من %3</translation>
    </message>
    <message>
        <source>import %1 into %2</source>
        <translation>استيراد %1 إلى %2</translation>
    </message>
    <message>
        <source>search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>said on the recording, %1–%2</source>
        <translation>قيل في التسجيل، %1–%2</translation>
    </message>
    <message>
        <source>said on the recording</source>
        <translation>قيل في التسجيل</translation>
    </message>
    <message>
        <source>said before witnesses</source>
        <translation>قيل أمام شهود</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>خطيًا</translation>
    </message>
    <message>
        <source>Nothing of this interview may be shown.</source>
        <translation>لا يجوز عرض أي شيء من هذه المقابلة.</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>انتهت %1</translation>
    </message>
    <message>
        <source>The consent has ended.</source>
        <translation>انتهت الموافقة.</translation>
    </message>
    <message>
        <source> until %1</source>
        <translation> حتى %1</translation>
    </message>
    <message>
        <source>How far it may go, and until when.</source>
        <translation>إلى أي مدى يجوز أن يصل، وحتى متى.</translation>
    </message>
    <message>
        <source>no consent on record</source>
        <translation>لا موافقة في السجل</translation>
    </message>
    <message>
        <source>Nothing said is not a yes: nothing may be shown.</source>
        <translation>السكوت ليس قبولًا: لا يجوز عرض أي شيء.</translation>
    </message>
    <message>
        <source>consent withdrawn</source>
        <translation>سُحبت الموافقة</translation>
    </message>
    <message>
        <source>Nothing may be shown any more; what is public has to come down.</source>
        <translation>لم يعد يجوز عرض أي شيء؛ ويجب إزالة ما هو منشور.</translation>
    </message>
    <message>
        <source>no evidence</source>
        <translation>لا إثبات</translation>
    </message>
    <message>
        <source>Nobody can show that they said so.</source>
        <translation>لا يمكن لأحد أن يثبت أن الشخص قال ذلك.</translation>
    </message>
    <message>
        <source>Where they said so.</source>
        <translation>حيث قال ذلك.</translation>
    </message>
    <message>
        <source>A second auditor decides too.</source>
        <translation>يقرّر مدقّق ثانٍ أيضًا.</translation>
    </message>
    <message>
        <source>Face and name are hidden whatever they said.</source>
        <translation>الوجه والاسم مخفيان مهما قال.</translation>
    </message>
    <message>
        <source>✓ approved, can go out</source>
        <translation>✓ معتمد، يمكن أن يخرج</translation>
    </message>
    <message>
        <source>⇪ released</source>
        <translation>⇪ صدر</translation>
    </message>
    <message>
        <source>… waits for a second auditor</source>
        <translation>… ينتظر مدقّقًا ثانيًا</translation>
    </message>
    <message>
        <source>… waits for an auditor</source>
        <translation>… ينتظر مدقّقًا</translation>
    </message>
    <message>
        <source>… rendered, not verified</source>
        <translation>… أُخرج ولم يُتحقق منه</translation>
    </message>
    <message>
        <source>! out of date, to be rendered again</source>
        <translation>! قديم، يجب إخراجه من جديد</translation>
    </message>
    <message>
        <source>✕ refused by an auditor</source>
        <translation>✕ رفضه مدقّق</translation>
    </message>
    <message>
        <source>✕ consent has ended</source>
        <translation>✕ انتهت الموافقة</translation>
    </message>
    <message>
        <source>✕ consent taken back</source>
        <translation>✕ سُحبت الموافقة</translation>
    </message>
    <message>
        <source>– draft, not rendered</source>
        <translation>– مسودة لم تُخرج</translation>
    </message>
    <message>
        <source>? nothing recorded</source>
        <translation>? لم يُسجَّل شيء</translation>
    </message>
    <message>
        <source>✕ not to be used</source>
        <translation>✕ لا يُستخدم</translation>
    </message>
    <message>
        <source>✕ taken back</source>
        <translation>✕ سُحبت</translation>
    </message>
    <message>
        <source>✕ ended</source>
        <translation>✕ انتهت</translation>
    </message>
    <message>
        <source>→ research</source>
        <translation>← بحث</translation>
    </message>
    <message>
        <source>→ training</source>
        <translation>← تدريب</translation>
    </message>
    <message>
        <source>→ public</source>
        <translation>← للعموم</translation>
    </message>
    <message>
        <source>new destination %1</source>
        <translation>وجهة جديدة %1</translation>
    </message>
    <message>
        <source>destination %1</source>
        <translation>الوجهة %1</translation>
    </message>
    <message>
        <source>destination %1 closed</source>
        <translation>أُغلقت الوجهة %1</translation>
    </message>
    <message>
        <source>published at %1</source>
        <translation>نُشر في %1</translation>
    </message>
    <message>
        <source>how many it reached</source>
        <translation>كم شخصًا وصل إليهم</translation>
    </message>
    <message>
        <source>taken down</source>
        <translation>أُزيل من النشر</translation>
    </message>
    <message>
        <source>release %1 to %2</source>
        <translation>إصدار %1 إلى %2</translation>
    </message>
    <message>
        <source>check the package of %1</source>
        <translation>فحص حزمة %1</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>القصّ</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>الوجوه</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>التدقيق</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>اعتمده %1</translation>
    </message>
    <message>
        <source>refused by %1</source>
        <translation>رفضه %1</translation>
    </message>
    <message>
        <source>listened to all of it</source>
        <translation>استمع إليه كله</translation>
    </message>
    <message>
        <source>does not count: %1</source>
        <translation>لا يُحتسب: %1</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>لا يُستخدم أبدًا</translation>
    </message>
    <message>
        <source>Kept, and never used: no clip of it can be made.</source>
        <translation>يُحفظ ولا يُستخدم أبدًا: لا يمكن صنع أي مقطع منه.</translation>
    </message>
    <message>
        <source>research</source>
        <translation>للبحث</translation>
    </message>
    <message>
        <source>Researchers may study it; nobody else sees it.</source>
        <translation>يجوز للباحثين دراسته، ولا يراه أحد غيرهم.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>للتدريب</translation>
    </message>
    <message>
        <source>It may be shown when people are trained, and studied.</source>
        <translation>يجوز عرضه في التدريب، ودراسته.</translation>
    </message>
    <message>
        <source>public</source>
        <translation>للعموم</translation>
    </message>
    <message>
        <source>Anybody may see it, and nobody can call it back for sure.</source>
        <translation>يجوز لأيٍّ كان أن يراه، ولا أحد يضمن استرجاعه.</translation>
    </message>
    <message>
        <source>Nobody sees the face in any frame.</source>
        <translation>لا يرى أحد الوجه في أي إطار.</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>ظاهر</translation>
    </message>
    <message>
        <source>The face is seen and can be recognised.</source>
        <translation>الوجه ظاهر ويمكن التعرّف عليه.</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>مُغيَّر</translation>
    </message>
    <message>
        <source>A pseudonym stands for the name wherever it is said or written.</source>
        <translation>يحلّ اسم مستعار محل الاسم حيثما قيل أو كُتب.</translation>
    </message>
    <message>
        <source>real</source>
        <translation>حقيقي</translation>
    </message>
    <message>
        <source>The real name may be said and written.</source>
        <translation>يجوز أن يُقال الاسم الحقيقي وأن يُكتب.</translation>
    </message>
    <message>
        <source>altered</source>
        <translation>مُغيَّر</translation>
    </message>
    <message>
        <source>The voice is changed so that it is not recognised.</source>
        <translation>يُغيَّر الصوت حتى لا يُعرف.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>كما هو</translation>
    </message>
    <message>
        <source>The voice is heard as it is; who knows it will know it.</source>
        <translation>يُسمع الصوت كما هو، ومن يعرفه سيتعرّف عليه.</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>محذوفة</translation>
    </message>
    <message>
        <source>Places, dates and people that tell who they are are left out.</source>
        <translation>تُحذف الأماكن والتواريخ والأشخاص مما يدل على هويته.</translation>
    </message>
    <message>
        <source>may stay</source>
        <translation>يجوز أن تبقى</translation>
    </message>
    <message>
        <source>What tells who they are may stay in.</source>
        <translation>يجوز أن يبقى ما يدل على هويته.</translation>
    </message>
    <message>
        <source>people who know them</source>
        <translation>من يعرفونه</translation>
    </message>
    <message>
        <source>Even family and neighbours must not recognise them.</source>
        <translation>يجب ألّا يتعرّف عليه حتى الأهل والجيران.</translation>
    </message>
    <message>
        <source>strangers who search</source>
        <translation>غرباء يبحثون</translation>
    </message>
    <message>
        <source>Somebody who tries to find out must not be able to.</source>
        <translation>يجب ألّا يتمكن من يحاول معرفته من ذلك.</translation>
    </message>
    <message>
        <source>chance viewers</source>
        <translation>مشاهدون عابرون</translation>
    </message>
    <message>
        <source>Whoever sees it by chance must not learn who it is.</source>
        <translation>يجب ألّا يعرف من يراه مصادفةً من هو.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>They do not mind being known.</source>
        <translation>لا يمانع أن يُعرف.</translation>
    </message>
    <message>
        <source>on the recording</source>
        <translation>في التسجيل</translation>
    </message>
    <message>
        <source>Mark where they say it: I where it begins, O where it ends.</source>
        <translation>حدّد أين يقول ذلك: I حيث يبدأ، O حيث ينتهي.</translation>
    </message>
    <message>
        <source>before witnesses</source>
        <translation>أمام شهود</translation>
    </message>
    <message>
        <source>Codes of those who heard it, never names: W-07.</source>
        <translation>رموز من سمعوه، لا أسماؤهم أبدًا: W-07.</translation>
    </message>
    <message>
        <source>The signed form; only its fingerprint is kept, not the paper.</source>
        <translation>الاستمارة الموقّعة؛ تُحفظ بصمتها فقط لا الورقة.</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>لم يُثبت</translation>
    </message>
    <message>
        <source>Nobody can show that they said so: no face can be shown by it.</source>
        <translation>لا أحد يستطيع إثبات أنه قال ذلك: لا يجوز إظهار وجه بناءً عليه.</translation>
    </message>
    <message>
        <source>The face is hidden in every frame.</source>
        <translation>الوجه مخفي في كل إطار.</translation>
    </message>
    <message>
        <source>They allowed the face to be seen.</source>
        <translation>سمح بأن يُرى وجهه.</translation>
    </message>
    <message>
        <source>The real name appears nowhere; the pseudonym stands for it.</source>
        <translation>لا يظهر الاسم الحقيقي في أي مكان، ويحلّ الاسم المستعار محله.</translation>
    </message>
    <message>
        <source>They allowed the real name.</source>
        <translation>سمح بالاسم الحقيقي.</translation>
    </message>
    <message>
        <source>The voice is not to be recognised.</source>
        <translation>يجب ألّا يُعرف الصوت.</translation>
    </message>
    <message>
        <source>They allowed the voice as it is.</source>
        <translation>سمح بالصوت كما هو.</translation>
    </message>
    <message>
        <source>Whatever tells who they are is left out.</source>
        <translation>يُحذف كل ما يدل على هويته.</translation>
    </message>
    <message>
        <source>They allowed details to stay in.</source>
        <translation>سمح ببقاء التفاصيل.</translation>
    </message>
    <message>
        <source>⌂ published</source>
        <translation>⌂ منشور</translation>
    </message>
    <message>
        <source>⇪ sent</source>
        <translation>⇪ أُرسل</translation>
    </message>
    <message>
        <source>? its recordings changed since: check whether it matters</source>
        <translation>؟ تغيّرت تسجيلاته منذ ذلك: افحص هل يهمّ ذلك</translation>
    </message>
    <message>
        <source>double click: there</source>
        <translation>نقر مزدوج: إلى هناك</translation>
    </message>
    <message numerus="yes">
        <source>asked of whoever approves: %n</source>
        <translation>
            <numerusform>يُسأل عنها من يعتمد: %n</numerusform>
            <numerusform>يُسأل عنها من يعتمد: %n</numerusform>
            <numerusform>يُسأل عنها من يعتمد: %n</numerusform>
            <numerusform>يُسأل عنها من يعتمد: %n</numerusform>
            <numerusform>يُسأل عنها من يعتمد: %n</numerusform>
            <numerusform>يُسأل عنها من يعتمد: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>looked at what is like a protected name</source>
        <translation>نظر فيما يشبه اسمًا محميًا</translation>
    </message>
    <message>
        <source>consent was taken back</source>
        <translation>سُحبت الموافقة</translation>
    </message>
    <message>
        <source>consent was changed</source>
        <translation>تغيّرت الموافقة</translation>
    </message>
    <message>
        <source>the clip, its faces or its gaps were changed</source>
        <translation>تغيّر المقطع أو وجوهه أو فجواته</translation>
    </message>
    <message>
        <source>, and </source>
        <translation>، و</translation>
    </message>
    <message>
        <source>nothing is in the clip</source>
        <translation>لا شيء في المقطع</translation>
    </message>
    <message>
        <source>Put a segment into it, or take the empty part out.</source>
        <translation>ضع فيه شريحة، أو أزل الجزء الفارغ.</translation>
    </message>
    <message>
        <source>a part lies outside its recording</source>
        <translation>جزء يقع خارج تسجيله</translation>
    </message>
    <message>
        <source>Shorten the part.</source>
        <translation>قصّر الجزء.</translation>
    </message>
    <message>
        <source>no consent is written down</source>
        <translation>لا موافقة مدوّنة</translation>
    </message>
    <message>
        <source>Write down what the person said.</source>
        <translation>دوّن ما قاله الشخص.</translation>
    </message>
    <message>
        <source>Take what this person said out of the clip.</source>
        <translation>أزل من المقطع ما قاله هذا الشخص.</translation>
    </message>
    <message>
        <source>this use was not allowed</source>
        <translation>هذا الاستخدام غير مسموح به</translation>
    </message>
    <message>
        <source>Ask the person, make the clip for whom they allowed, or take them out.</source>
        <translation>اسأل الشخص، أو اصنع المقطع لمن سمح لهم، أو أزله منه.</translation>
    </message>
    <message>
        <source>consent has ended</source>
        <translation>انتهت الموافقة</translation>
    </message>
    <message>
        <source>Ask the person again, or take them out.</source>
        <translation>اسأل الشخص من جديد، أو أزله من المقطع.</translation>
    </message>
    <message>
        <source>nobody can show how consent was given</source>
        <translation>لا أحد يستطيع إثبات كيف أُعطيت الموافقة</translation>
    </message>
    <message>
        <source>Say where it is recorded, who witnessed it, or which paper holds it.</source>
        <translation>اذكر أين سُجّلت، أو من شهدها، أو أي ورقة تحملها.</translation>
    </message>
    <message>
        <source>consent points to a place that is not there</source>
        <translation>تشير الموافقة إلى موضع غير موجود</translation>
    </message>
    <message>
        <source>Correct the recording and the times where it was said.</source>
        <translation>صحّح التسجيل والأوقات التي قيل فيها ذلك.</translation>
    </message>
    <message>
        <source>the original is not the file that was imported</source>
        <translation>الأصل ليس الملف الذي استُورد</translation>
    </message>
    <message>
        <source>Bring it back from a backup; what was destroyed on request goes out of the clip.</source>
        <translation>أعِده من نسخة احتياطية؛ وما أُتلف بناءً على طلب يُزال من المقطع.</translation>
    </message>
    <message>
        <source>a wish for the interview was not kept</source>
        <translation>لم تُراعَ رغبة تخص المقابلة</translation>
    </message>
    <message>
        <source>Ask the person whether it may be used all the same, and note who was there.</source>
        <translation>اسأل الشخص هل يجوز استخدامها مع ذلك، ودوّن من كان حاضرًا.</translation>
    </message>
    <message>
        <source>the person stopped the interview</source>
        <translation>أوقف الشخص المقابلة</translation>
    </message>
    <message>
        <source>Make sure that the consent was meant for what had been said by then.</source>
        <translation>تأكد من أن الموافقة شملت ما قيل حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>a face that must be hidden is shown</source>
        <translation>يظهر وجه يجب إخفاؤه</translation>
    </message>
    <message>
        <source>Have the clip hide faces.</source>
        <translation>اجعل المقطع يخفي الوجوه.</translation>
    </message>
    <message>
        <source>the face of somebody under age is shown</source>
        <translation>يظهر وجه قاصر</translation>
    </message>
    <message>
        <source>what hides the face can be undone</source>
        <translation>يمكن إبطال ما يخفي الوجه</translation>
    </message>
    <message>
        <source>Choose a veil or one colour.</source>
        <translation>اختر حجابًا أو لونًا واحدًا.</translation>
    </message>
    <message>
        <source>nobody looked for faces yet</source>
        <translation>لم يُبحث عن الوجوه بعد</translation>
    </message>
    <message>
        <source>Have them looked for; it works in the background.</source>
        <translation>ابدأ البحث عنها؛ يعمل ذلك في الخلفية.</translation>
    </message>
    <message>
        <source>gaps are open</source>
        <translation>فجوات مفتوحة</translation>
    </message>
    <message>
        <source>Look at each and decide; until then those pictures are hidden whole.</source>
        <translation>انظر في كل منها وقرّر؛ وحتى ذلك الحين تُخفى تلك الصور بالكامل.</translation>
    </message>
    <message>
        <source>somebody said of a face that it is none</source>
        <translation>قال أحدهم عن وجه إنه ليس وجهًا</translation>
    </message>
    <message>
        <source>Look whether that is so.</source>
        <translation>انظر هل الأمر كذلك.</translation>
    </message>
    <message>
        <source>there is no pseudonym yet</source>
        <translation>لا اسم مستعار بعد</translation>
    </message>
    <message>
        <source>Choose one, or show no name.</source>
        <translation>اختر واحدًا، أو لا تُظهر أي اسم.</translation>
    </message>
    <message>
        <source>the name that is shown is not the pseudonym</source>
        <translation>الاسم الظاهر ليس الاسم المستعار</translation>
    </message>
    <message>
        <source>Show the pseudonym and nothing else.</source>
        <translation>أظهر الاسم المستعار ولا شيء غيره.</translation>
    </message>
    <message>
        <source>a protected name is written</source>
        <translation>اسم محمي مكتوب</translation>
    </message>
    <message>
        <source>Put the substitute in its place.</source>
        <translation>ضع البديل مكانه.</translation>
    </message>
    <message>
        <source>something is like a protected name</source>
        <translation>شيء يشبه اسمًا محميًا</translation>
    </message>
    <message>
        <source>An auditor looks whether it is the name; that spelling then belongs with the protected ones.</source>
        <translation>ينظر مدقّق هل هو الاسم؛ وعندها تُضاف تلك الكتابة إلى الأسماء المحمية.</translation>
    </message>
    <message>
        <source>a protected name is said</source>
        <translation>اسم محمي يُقال</translation>
    </message>
    <message>
        <source>Go there, mark it with I and O, and take it out with ?.</source>
        <translation>انتقل إلى هناك، وحدّده بـ I وO، واحجبه بـ ?.</translation>
    </message>
    <message>
        <source>texts were not searched for names</source>
        <translation>لم تُبحث النصوص عن أسماء</translation>
    </message>
    <message>
        <source>Sign in with the passphrase of the names.</source>
        <translation>سجّل الدخول بعبارة مرور الأسماء.</translation>
    </message>
    <message>
        <source>captions are hard to read</source>
        <translation>الترجمات صعبة القراءة</translation>
    </message>
    <message>
        <source>Where it matters, shorten what is written, or split the line.</source>
        <translation>حيث يهم ذلك، اختصر المكتوب أو قسّم السطر.</translation>
    </message>
    <message>
        <source>the voice must be altered</source>
        <translation>يجب تغيير الصوت</translation>
    </message>
    <message>
        <source>Choose who speaks, or silence.</source>
        <translation>اختر من يتكلم، أو الصمت.</translation>
    </message>
    <message>
        <source>a disguised voice is not enough here</source>
        <translation>لا يكفي هنا صوت مموَّه</translation>
    </message>
    <message>
        <source>Have a machine or somebody else speak, or choose silence.</source>
        <translation>اجعل آلة أو شخصًا آخر يتكلم، أو اختر الصمت.</translation>
    </message>
    <message>
        <source>somebody else may be heard who did not agree</source>
        <translation>قد يُسمع شخص آخر لم يوافق</translation>
    </message>
    <message>
        <source>Listen for them and leave out where they speak, or ask them.</source>
        <translation>استمع بحثًا عنه واحذف حيث يتكلم، أو اسأله.</translation>
    </message>
    <message>
        <source>something incriminating is in it</source>
        <translation>فيه شيء تجريمي</translation>
    </message>
    <message>
        <source>Leave it out, or mark it and take it out with !.</source>
        <translation>احذفه، أو حدّده واحجبه بـ !.</translation>
    </message>
    <message>
        <source>something identifying is in it</source>
        <translation>فيه شيء كاشف للهوية</translation>
    </message>
    <message>
        <source>Leave it out, or mark it and take it out with ?.</source>
        <translation>احذفه، أو حدّده واحجبه بـ ?.</translation>
    </message>
    <message>
        <source>it is not rendered yet</source>
        <translation>لم يُخرَج بعد</translation>
    </message>
    <message>
        <source>Render it.</source>
        <translation>أخرجه.</translation>
    </message>
    <message>
        <source>it was changed since it was rendered</source>
        <translation>تغيّر منذ إخراجه</translation>
    </message>
    <message>
        <source>Render it again.</source>
        <translation>أخرجه من جديد.</translation>
    </message>
    <message>
        <source>the finished file was changed</source>
        <translation>جرى تغيير الملف النهائي</translation>
    </message>
    <message>
        <source>the finished file was not looked at yet</source>
        <translation>لم يُفحص الملف النهائي بعد</translation>
    </message>
    <message>
        <source>Have it looked at; it works in the background.</source>
        <translation>ابدأ فحصه؛ يعمل ذلك في الخلفية.</translation>
    </message>
    <message>
        <source>its pictures are not those that were planned</source>
        <translation>صوره ليست كما خُطّط لها</translation>
    </message>
    <message>
        <source>there is something in the file that nobody put there</source>
        <translation>في الملف شيء لم يضعه أحد</translation>
    </message>
    <message>
        <source>the file tells more than it shows</source>
        <translation>يفشي الملف أكثر مما يُظهر</translation>
    </message>
    <message>
        <source>sound and picture are apart</source>
        <translation>الصوت والصورة غير متزامنين</translation>
    </message>
    <message>
        <source>sound that had to go is still heard</source>
        <translation>ما زال يُسمع صوت كان يجب أن يزول</translation>
    </message>
    <message>
        <source>a face is not covered</source>
        <translation>وجه غير مغطى</translation>
    </message>
    <message>
        <source>Hide it there, then render again.</source>
        <translation>أخفِه هناك، ثم أخرجه من جديد.</translation>
    </message>
    <message>
        <source>a face is still found</source>
        <translation>ما زال يُعثر على وجه</translation>
    </message>
    <message>
        <source>sound goes out that nobody wrote down</source>
        <translation>يخرج صوت لم يدوّنه أحد</translation>
    </message>
    <message>
        <source>An auditor listens to all of it and says so, or a transcript of it is brought in.</source>
        <translation>يستمع مدقّق إليه كله ويقرّ بذلك، أو يُستورد نصه المنطوق.</translation>
    </message>
    <message>
        <source>whoever edited cannot approve</source>
        <translation>من حرّر لا يعتمد</translation>
    </message>
    <message>
        <source>Somebody who did not edit looks at it.</source>
        <translation>ينظر فيه من لم يحرّره.</translation>
    </message>
    <message>
        <source>somebody approved who edited</source>
        <translation>اعتمده من شارك في تحريره</translation>
    </message>
    <message>
        <source>nobody approved it yet</source>
        <translation>لم يعتمده أحد بعد</translation>
    </message>
    <message>
        <source>an auditor refused it</source>
        <translation>رفضه مدقّق</translation>
    </message>
    <message>
        <source>Mend what was found and render again, or let the auditor decide again.</source>
        <translation>أصلح ما وُجد وأخرجه من جديد، أو دع المدقّق يقرّر ثانية.</translation>
    </message>
    <message>
        <source>an approval no longer counts</source>
        <translation>لم يعد أحد الاعتمادات محتسبًا</translation>
    </message>
    <message>
        <source>Let it be approved again.</source>
        <translation>ليُعتمد من جديد.</translation>
    </message>
    <message>
        <source>two people have to approve it</source>
        <translation>يجب أن يعتمده شخصان</translation>
    </message>
    <message>
        <source>Another auditor looks at it, too.</source>
        <translation>ينظر فيه مدقّق آخر أيضًا.</translation>
    </message>
    <message>
        <source>it is not said where it goes</source>
        <translation>لم يُذكر إلى أين يُرسل</translation>
    </message>
    <message>
        <source>Consent reaches certain people only: choose whom it goes to.</source>
        <translation>تشمل الموافقة أشخاصًا معيّنين فقط: اختر لمن يُرسل.</translation>
    </message>
    <message>
        <source>everyone would see it</source>
        <translation>سيراه الجميع</translation>
    </message>
    <message>
        <source>Let it go to a partner, or make a clip for the public where that is allowed.</source>
        <translation>أرسله إلى شريك، أو اصنع مقطعًا للعموم حيث يُسمح بذلك.</translation>
    </message>
    <message>
        <source>consent does not reach these people</source>
        <translation>لا تشمل الموافقة هؤلاء الأشخاص</translation>
    </message>
    <message>
        <source>Choose whom it may go to, or ask the person.</source>
        <translation>اختر من يجوز أن يُرسل إليه، أو اسأل الشخص.</translation>
    </message>
    <message>
        <source>consent does not reach these countries</source>
        <translation>لا تشمل الموافقة هذه البلدان</translation>
    </message>
    <message>
        <source>consent does not reach these languages</source>
        <translation>لا تشمل الموافقة هذه اللغات</translation>
    </message>
    <message>
        <source>To Consent</source>
        <translation>إلى الموافقة</translation>
    </message>
    <message>
        <source>To the parts</source>
        <translation>إلى الأجزاء</translation>
    </message>
    <message>
        <source>To the details</source>
        <translation>إلى التفاصيل</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>انتقل إلى هناك</translation>
    </message>
    <message>
        <source>Hide faces</source>
        <translation>إخفاء الوجوه</translation>
    </message>
    <message>
        <source>Find faces</source>
        <translation>البحث عن الوجوه</translation>
    </message>
    <message>
        <source>To the gap</source>
        <translation>إلى الفجوة</translation>
    </message>
    <message>
        <source>To Faces</source>
        <translation>إلى الوجوه</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <source>Look at the file</source>
        <translation>فحص الملف</translation>
    </message>
    <message>
        <source>To Audit</source>
        <translation>إلى التدقيق</translation>
    </message>
    <message>
        <source>To Release</source>
        <translation>إلى الإصدار</translation>
    </message>
    <message>
        <source>nobody said that they looked at what is like a name</source>
        <translation>لم يقل أحد إنه نظر فيما يشبه اسمًا</translation>
    </message>
    <message>
        <source>An auditor looks at every such place, and says so with the approval.</source>
        <translation>ينظر مدقّق في كل موضع كهذا، ويقرّ بذلك عند الاعتماد.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ApproveBox</name>
    <message>
        <source>Approve and sign</source>
        <translation>اعتماد وتوقيع</translation>
    </message>
    <message>
        <source>Why, in a sentence without names (may be left empty)</source>
        <translation>السبب، في جملة بلا أسماء (يمكن تركه فارغًا)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>I listened to all of it, from beginning to end</source>
        <translation>استمعتُ إليه كله، من البداية إلى النهاية</translation>
    </message>
    <message>
        <source>Not all of it was heard in this sitting. Tick this only if you did listen to all of it: you sign it.</source>
        <translation>لم يُسمع كله في هذه الجلسة. لا تضع العلامة إلا إن كنت قد استمعت إليه كله حقًا: أنت توقّع على ذلك.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) stand against it: it will be refused unless listening settles them.</source>
        <translation>
            <numerusform>تحول دونه %n ملاحظة: سيُرفض ما لم يحسمها الاستماع.</numerusform>
            <numerusform>تحول دونه ملاحظة واحدة: سيُرفض ما لم يحسمها الاستماع.</numerusform>
            <numerusform>تحول دونه ملاحظتان: سيُرفض ما لم يحسمهما الاستماع.</numerusform>
            <numerusform>تحول دونه %n ملاحظات: سيُرفض ما لم يحسمها الاستماع.</numerusform>
            <numerusform>تحول دونه %n ملاحظة: سيُرفض ما لم يحسمها الاستماع.</numerusform>
            <numerusform>تحول دونه %n ملاحظة: سيُرفض ما لم يحسمها الاستماع.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is signed with your key and cannot be taken back.</source>
        <translation>يُوقَّع هذا بمفتاحك ولا يمكن الرجوع عنه.</translation>
    </message>
    <message>
        <source>I watched all of it, from beginning to end</source>
        <translation>شاهدتُه كله، من البداية إلى النهاية</translation>
    </message>
    <message>
        <source>Not all of it was watched in this sitting: tick this only if you did before.</source>
        <translation>لم يُشاهد كله في هذه الجلسة: لا تضع العلامة إلا إن كنت قد شاهدته من قبل.</translation>
    </message>
    <message numerus="yes">
        <source>I looked at each place that is like a protected name (%n), and none is one</source>
        <translation>
            <numerusform>نظرتُ في كل موضع يشبه اسمًا محميًا (%n)، وليس أي منها اسمًا محميًا</numerusform>
            <numerusform>نظرتُ في كل موضع يشبه اسمًا محميًا (%n)، وليس أي منها اسمًا محميًا</numerusform>
            <numerusform>نظرتُ في كل موضع يشبه اسمًا محميًا (%n)، وليس أي منها اسمًا محميًا</numerusform>
            <numerusform>نظرتُ في كل موضع يشبه اسمًا محميًا (%n)، وليس أي منها اسمًا محميًا</numerusform>
            <numerusform>نظرتُ في كل موضع يشبه اسمًا محميًا (%n)، وليس أي منها اسمًا محميًا</numerusform>
            <numerusform>نظرتُ في كل موضع يشبه اسمًا محميًا (%n)، وليس أي منها اسمًا محميًا</numerusform>
        </translation>
    </message>
    <message>
        <source>They are among the findings. Without this it is refused: you sign it.</source>
        <translation>هي بين الملاحظات. من دون هذا يُرفض الاعتماد: أنت توقّع على ذلك.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::AskLine</name>
    <message>
        <source>Return: done · Esc: not now</source>
        <translation>للتنفيذ Return · ليس الآن Esc</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::AuditPlayer</name>
    <message>
        <source>WHAT THE WORLD WILL SEE</source>
        <translation>ما سيراه العالم</translation>
    </message>
    <message>
        <source>%1  (W: next)</source>
        <translation>%1  (W: التالي)</translation>
    </message>
    <message>
        <source>◧ wipe</source>
        <translation>◧ ستارة</translation>
    </message>
    <message>
        <source>◫ side by side</source>
        <translation>◫ جنبًا إلى جنب</translation>
    </message>
    <message>
        <source>▣ render only</source>
        <translation>▣ الإخراج فقط</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>جارٍ الفتح …</translation>
    </message>
    <message>
        <source>%1 is not rendered yet: an editor renders it in Cut.</source>
        <translation>لم يُخرَج %1 بعد: يُخرجه محرّر في غرفة القصّ.</translation>
    </message>
    <message>
        <source>This render was destroyed on request.</source>
        <translation>أُتلف هذا الإخراج بناءً على طلب.</translation>
    </message>
    <message>
        <source>Nobody can say yet that nothing to hide is in this file (%1). Editors and auditors may look at it: sign in.</source>
        <translation>لا يمكن لأحد بعدُ أن يؤكد خلوّ هذا الملف مما يجب إخفاؤه (%1). للمحرّرين والمدقّقين أن يشاهدوه: سجّل الدخول.</translation>
    </message>
    <message>
        <source>The wipe covers a half of the render: it does not count as watched. W goes on to side by side, which does.</source>
        <translation>تغطي الستارة نصف الإخراج: لا يُحتسب ذلك مشاهدة. ينقل W إلى العرض جنبًا إلى جنب، وهو يُحتسب.</translation>
    </message>
    <message>
        <source>! Out of date: %1 after this render was made. It is not what would go out now; an editor renders it again.</source>
        <translation>! قديم: %1 بعد صنع هذا الإخراج. ليس هذا ما سيخرج الآن؛ يُخرجه محرّر من جديد.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::AuditRoom</name>
    <message>
        <source>Choose a clip that waits for you.</source>
        <translation>اختر مقطعًا ينتظرك.</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>بانتظارك</translation>
    </message>
    <message>
        <source>Nothing waits for an auditor. Clips come here when they are rendered and verified.</source>
        <translation>لا شيء ينتظر مدقّقًا. تصل المقاطع إلى هنا بعد إخراجها والتحقق منها.</translation>
    </message>
    <message>
        <source>Asked for and done</source>
        <translation>المطلوب والمُنفَّذ</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>ASKED FOR → DONE</source>
        <translation>المطلوب ← المُنفَّذ</translation>
    </message>
    <message>
        <source>FINDINGS, WORST FIRST</source>
        <translation>الملاحظات، الأسوأ أولًا</translation>
    </message>
    <message>
        <source>Captions, as they leave</source>
        <translation>الترجمات المكتوبة كما ستخرج</translation>
    </message>
    <message>
        <source>Decisions so far</source>
        <translation>القرارات حتى الآن</translation>
    </message>
    <message>
        <source>Nobody decided on this render yet.</source>
        <translation>لم يبتّ أحد في هذا الإخراج بعد.</translation>
    </message>
    <message>
        <source>Contact sheet, worst frames first</source>
        <translation>صحيفة الإطارات، الأسوأ أولًا</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>التدقيق</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>الملاحظة التالية</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>الملاحظة السابقة</translation>
    </message>
    <message>
        <source>Wipe, side by side, render only</source>
        <translation>ستارة، جنبًا إلى جنب، الإخراج فقط</translation>
    </message>
    <message>
        <source>Backwards, faster</source>
        <translation>إلى الوراء، أسرع</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>تشغيل أو إيقاف</translation>
    </message>
    <message>
        <source>Forwards, faster</source>
        <translation>إلى الأمام، أسرع</translation>
    </message>
    <message>
        <source>Approve and sign</source>
        <translation>اعتماد وتوقيع</translation>
    </message>
    <message>
        <source>Refuse with reason</source>
        <translation>رفض مع السبب</translation>
    </message>
    <message>
        <source>Open the audit report</source>
        <translation>فتح تقرير التدقيق</translation>
    </message>
    <message numerus="yes">
        <source>WAITING FOR YOU · %n</source>
        <translation>
            <numerusform>بانتظارك · %n</numerusform>
            <numerusform>بانتظارك · %n</numerusform>
            <numerusform>بانتظارك · %n</numerusform>
            <numerusform>بانتظارك · %n</numerusform>
            <numerusform>بانتظارك · %n</numerusform>
            <numerusform>بانتظارك · %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>جارٍ الفتح …</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>جارٍ الفحص …</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>لا يوجد ما يُعرض.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>Nothing speaks against an approval.</source>
        <translation>لا شيء يحول دون الاعتماد.</translation>
    </message>
    <message>
        <source>render %1 · SHA-256 %2…</source>
        <translation>الإخراج %1 · SHA-256 %2…</translation>
    </message>
    <message numerus="yes">
        <source>two auditors have to approve: %1 (%n did)</source>
        <translation>
            <numerusform>يلزم اعتماد مدقّقَين اثنين: %1 (اعتمد %n)</numerusform>
            <numerusform>يلزم اعتماد مدقّقَين اثنين: %1 (اعتمد واحد)</numerusform>
            <numerusform>يلزم اعتماد مدقّقَين اثنين: %1 (اعتمد اثنان)</numerusform>
            <numerusform>يلزم اعتماد مدقّقَين اثنين: %1 (اعتمد %n)</numerusform>
            <numerusform>يلزم اعتماد مدقّقَين اثنين: %1 (اعتمد %n)</numerusform>
            <numerusform>يلزم اعتماد مدقّقَين اثنين: %1 (اعتمد %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in as an auditor to decide.</source>
        <translation>سجّل الدخول بصفة مدقّق لتتخذ قرارًا.</translation>
    </message>
    <message>
        <source>%1 is no auditor and cannot decide.</source>
        <translation>ليس %1 مدقّقًا ولا يمكنه أن يقرّر.</translation>
    </message>
    <message>
        <source>There is no render on the screen to decide on: choose a clip.</source>
        <translation>لا يوجد على الشاشة إخراج يُبَتّ فيه: اختر مقطعًا.</translation>
    </message>
    <message>
        <source>%1 is approved and signed.</source>
        <translation>اعتُمد %1 ووُقّع.</translation>
    </message>
    <message>
        <source>%1 is refused, and why is on record.</source>
        <translation>رُفض %1، والسبب محفوظ في السجل.</translation>
    </message>
    <message>
        <source>There is no render on the screen to decide on.</source>
        <translation>لا إخراج على الشاشة للبتّ فيه.</translation>
    </message>
    <message>
        <source>You approved this render; one person counts once.</source>
        <translation>لقد اعتمدتَ هذا الإخراج؛ يُحتسب كل شخص مرة واحدة.</translation>
    </message>
    <message>
        <source>It was not checked.</source>
        <translation>لم يُفحص.</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1، و%n غيره</numerusform>
            <numerusform>%1، وواحد غيره</numerusform>
            <numerusform>%1، واثنان غيره</numerusform>
            <numerusform>%1، و%n غيره</numerusform>
            <numerusform>%1، و%n غيره</numerusform>
            <numerusform>%1، و%n غيره</numerusform>
        </translation>
    </message>
    <message>
        <source>render %1, out of date · SHA-256 %2…</source>
        <translation>الإخراج %1، قديم · SHA-256 %2…</translation>
    </message>
    <message>
        <source>Go to it; N goes on to the next</source>
        <translation>انتقل إليه؛ وينقل N إلى التالي</translation>
    </message>
    <message>
        <source>Why it cannot be approved: %1</source>
        <translation>لماذا لا يمكن اعتماده: %1</translation>
    </message>
    <message>
        <source>%1 was rendered again while you looked: watch the new render, and decide on that one.</source>
        <translation>أُخرج %1 من جديد أثناء مشاهدتك: شاهد الإخراج الجديد وقرّر فيه.</translation>
    </message>
    <message numerus="yes">
        <source>%1 is not approved. %n reason(s) stand first among the findings; N goes through them.</source>
        <translation>
            <numerusform>لم يُعتمد %1. أسبابه (%n) في أول الملاحظات؛ وينقل N بينها.</numerusform>
            <numerusform>لم يُعتمد %1. سببه في أول الملاحظات؛ وينقل N إليه.</numerusform>
            <numerusform>لم يُعتمد %1. سبباه في أول الملاحظات؛ وينقل N بينهما.</numerusform>
            <numerusform>لم يُعتمد %1. أسبابه الـ%n في أول الملاحظات؛ وينقل N بينها.</numerusform>
            <numerusform>لم يُعتمد %1. أسبابه الـ%n في أول الملاحظات؛ وينقل N بينها.</numerusform>
            <numerusform>لم يُعتمد %1. أسبابه الـ%n في أول الملاحظات؛ وينقل N بينها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in to read what was decided, and why.</source>
        <translation>سجّل الدخول لتقرأ ما تقرّر وسببه.</translation>
    </message>
    <message>
        <source>Sign in to read what is written: it can hold names.</source>
        <translation>سجّل الدخول لتقرأ المكتوب: قد يحتوي أسماء.</translation>
    </message>
    <message>
        <source>Signing …</source>
        <translation>جارٍ التوقيع …</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::BesideOverlay</name>
    <message>
        <source>original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>recording, veiled</source>
        <translation>التسجيل مع التغطية</translation>
    </message>
    <message>
        <source>render</source>
        <translation>الإخراج</translation>
    </message>
    <message>
        <source>render, out of date</source>
        <translation>إخراج قديم</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Call</name>
    <message>
        <source>The program %1 does not start: %2</source>
        <translation>لا يبدأ البرنامج %1: %2</translation>
    </message>
    <message>
        <source>%1: the program ended in the middle of it; the archive is as before. %2</source>
        <translation>%1: توقّف البرنامج في منتصف العمل؛ والأرشيف باقٍ كما كان. %2</translation>
    </message>
    <message>
        <source>%1: failed without a word (exit code %2)</source>
        <translation>%1: فشل دون أي رسالة (رمز الخروج %2)</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: أُلغي</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ChangesView</name>
    <message>
        <source>stricter</source>
        <translation>أشدّ تقييدًا</translation>
    </message>
    <message>
        <source>looser</source>
        <translation>أقلّ تقييدًا</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>تغيّر</translation>
    </message>
    <message>
        <source>%1, for %2 only</source>
        <translation>%1، لـ %2 فقط</translation>
    </message>
    <message>
        <source>%1: anew, %2</source>
        <translation>%1: من جديد، %2</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>ما الذي يتغيّر</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>لا شيء.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ChoiceRow</name>
    <message>
        <source>Choose one.</source>
        <translation>اختر واحدًا.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ClipFindings</name>
    <message>
        <source>Findings</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>check %1</source>
        <translation>فحص %1</translation>
    </message>
    <message>
        <source>✕ stops it</source>
        <translation>✕ يمنعه</translation>
    </message>
    <message>
        <source>⚠ to be known</source>
        <translation>⚠ للعلم</translation>
    </message>
    <message>
        <source>%1 — click to go there</source>
        <translation>%1 — انقر للانتقال إلى الموضع</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>لم يُعثر على شيء.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>لم يُفحص</translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>لا ملاحظات</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>جارٍ الفحص …</translation>
    </message>
    <message>
        <source>checking …</source>
        <translation>جارٍ الفحص …</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n ملاحظة</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%n ملاحظات</numerusform>
            <numerusform>%n ملاحظة</numerusform>
            <numerusform>%n ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be rendered yet: %1. %2</source>
        <translation>لا يمكن إخراجه بعد: %1. %2</translation>
    </message>
    <message>
        <source>It cannot be rendered yet: %1</source>
        <translation>لا يمكن إخراجه بعد: %1</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ClipForm</name>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Title card</source>
        <translation>بطاقة العنوان</translation>
    </message>
    <message>
        <source>Name shown</source>
        <translation>الاسم الظاهر</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>الترجمات المكتوبة</translation>
    </message>
    <message>
        <source>in</source>
        <translation>باللغة</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدّث</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>مُعدّ من أجل</translation>
    </message>
    <message>
        <source>Last card</source>
        <translation>بطاقة الختام</translation>
    </message>
    <message>
        <source>by the language</source>
        <translation>حسب اللغة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>in the picture</source>
        <translation>في الصورة</translation>
    </message>
    <message>
        <source>beside the file</source>
        <translation>بجانب الملف</translation>
    </message>
    <message>
        <source>inside the file</source>
        <translation>داخل الملف</translation>
    </message>
    <message>
        <source>as recorded</source>
        <translation>كما سُجّل</translation>
    </message>
    <message>
        <source>disguised by lot (weak)</source>
        <translation>مموَّه عشوائيًا (ضعيف)</translation>
    </message>
    <message>
        <source>a machine speaks the captions</source>
        <translation>آلة تنطق الترجمات المكتوبة</translation>
    </message>
    <message>
        <source>dubbed</source>
        <translation>مدبلج</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>صامت</translation>
    </message>
    <message>
        <source>captions</source>
        <translation>الترجمات المكتوبة</translation>
    </message>
    <message>
        <source>none — proposed: %1</source>
        <translation>لا يوجد — المقترح: %1</translation>
    </message>
    <message>
        <source>no language</source>
        <translation>بلا لغة</translation>
    </message>
    <message>
        <source>Hidden by</source>
        <translation>يُخفى بـ</translation>
    </message>
    <message>
        <source>Tint</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>موجّه إلى</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>a veil</source>
        <translation>غطاء</translation>
    </message>
    <message>
        <source>one colour</source>
        <translation>لون واحد</translation>
    </message>
    <message>
        <source>coarse blocks</source>
        <translation>مربعات كبيرة</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>تمويه</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>محايد</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>دافئ</translation>
    </message>
    <message>
        <source>cool</source>
        <translation>بارد</translation>
    </message>
    <message>
        <source>the public</source>
        <translation>العموم</translation>
    </message>
    <message>
        <source>people in training</source>
        <translation>متدربين</translation>
    </message>
    <message>
        <source>researchers</source>
        <translation>باحثين</translation>
    </message>
    <message>
        <source>as it is made for</source>
        <translation>بحسب وجهته</translation>
    </message>
    <message>
        <source>the part about the person</source>
        <translation>الجزء حول الشخص</translation>
    </message>
    <message>
        <source>all of it, between bars</source>
        <translation>كله، بين شريطين</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ClipList</name>
    <message>
        <source>Clips of the chosen interview</source>
        <translation>مقاطع المقابلة المختارة</translation>
    </message>
    <message>
        <source>No clip of it yet: cut one in Cut (F3).</source>
        <translation>لا مقطع منها بعد: قُصّ واحدًا في غرفة القصّ (F3).</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ClipPanel</name>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation>+ إضافة</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>الأجزاء</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Choose segments in the timeline first (Ctrl+click: several).</source>
        <translation>اختر شرائح من الخط الزمني أولًا (Ctrl+نقر: عدة شرائح).</translation>
    </message>
    <message>
        <source>There is no clip yet: choose a segment, then New.</source>
        <translation>لا يوجد مقطع بعد: اختر شريحة، ثم جديد.</translation>
    </message>
    <message>
        <source>A new clip of the segments chosen  (Ctrl+Shift+N)</source>
        <translation>مقطع جديد من الشرائح المختارة  (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>The segments chosen become parts of this clip  (Ctrl+Shift+A)</source>
        <translation>تصير الشرائح المختارة أجزاءً من هذا المقطع  (Ctrl+Shift+A)</translation>
    </message>
    <message>
        <source>Makes the finished file and looks at it  (Ctrl+E)</source>
        <translation>يصنع الملف الجاهز ويفحصه  (Ctrl+E)</translation>
    </message>
    <message>
        <source>no clip yet</source>
        <translation>لا مقطع بعد</translation>
    </message>
    <message>
        <source>choose a clip</source>
        <translation>اختر مقطعًا</translation>
    </message>
    <message>
        <source>%1 · “%2”</source>
        <translation>%1 · “%2”</translation>
    </message>
    <message>
        <source>%1 · %2   %3</source>
        <translation>%1 · %2   %3</translation>
    </message>
    <message>
        <source>Choose a segment, then New: it becomes the first part of a clip.</source>
        <translation>اختر شريحة، ثم جديد: تصير الجزء الأول من مقطع.</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>الملاحظات (%1)</translation>
    </message>
    <message>
        <source>This part is of another recording: click it first, then trim it.</source>
        <translation>هذا الجزء من تسجيل آخر: انقر عليه أولًا، ثم قلّمه.</translation>
    </message>
    <message>
        <source>Choose a clip to render first.</source>
        <translation>اختر أولًا مقطعًا لإخراجه.</translation>
    </message>
    <message>
        <source>render %1</source>
        <translation>إخراج %1</translation>
    </message>
    <message>
        <source>%1 is rendered. Next: an auditor looks at it in Audit.</source>
        <translation>أُخرج %1. التالي: يعاينه مدقّق في غرفة التدقيق.</translation>
    </message>
    <message>
        <source>%1 is being rendered; the jobs at the lower left tell how far it is.</source>
        <translation>يجري إخراج %1؛ وتبيّن المهام في أسفل الشريط الجانبي إلى أين وصل.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <source>hide faces</source>
        <translation>إخفاء الوجوه</translation>
    </message>
    <message>
        <source>Faces are being looked for; the jobs at the lower left tell how far it is.</source>
        <translation>يجري البحث عن الوجوه؛ تبيّن المهام في الأسفل مدى التقدّم.</translation>
    </message>
    <message>
        <source>look at %1</source>
        <translation>معاينة %1</translation>
    </message>
    <message>
        <source>%1 is being looked at; the jobs at the lower left tell how far it is.</source>
        <translation>تجري معاينة %1؛ تبيّن المهام في الأسفل مدى التقدّم.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Composition</name>
    <message>
        <source>add to the clip</source>
        <translation>إضافة إلى المقطع</translation>
    </message>
    <message>
        <source>order of the clip</source>
        <translation>ترتيب المقطع</translation>
    </message>
    <message>
        <source>A clip needs a part: this is its last one.</source>
        <translation>لا بدّ للمقطع من جزء: هذا آخر جزء فيه.</translation>
    </message>
    <message>
        <source>remove a part</source>
        <translation>إزالة جزء</translation>
    </message>
    <message>
        <source>A part must end after it begins.</source>
        <translation>يجب أن ينتهي الجزء بعد بدايته.</translation>
    </message>
    <message>
        <source>trim a part</source>
        <translation>تقليم جزء</translation>
    </message>
    <message>
        <source>clip: %1</source>
        <translation>المقطع: %1</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ConsentRoom</name>
    <message>
        <source>New interview …</source>
        <translation>مقابلة جديدة …</translation>
    </message>
    <message>
        <source>Description …</source>
        <translation>الوصف …</translation>
    </message>
    <message>
        <source>✕ They take it back …</source>
        <translation>✕ سحب الموافقة …</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>They begin to say it here</source>
        <translation>يبدأ قول ذلك هنا</translation>
    </message>
    <message>
        <source>They have said it here</source>
        <translation>ينتهي قول ذلك هنا</translation>
    </message>
    <message>
        <source>Choose an interview first.</source>
        <translation>اختر مقابلة أولًا.</translation>
    </message>
    <message>
        <source>Sign in first; anybody who works here may record it.</source>
        <translation>سجّل الدخول أولًا؛ لكل من يعمل هنا أن يسجّل ذلك.</translation>
    </message>
    <message>
        <source>The consent of %1 is taken back. What is out stands first in Release, with its day.</source>
        <translation>سُحبت موافقة %1. ما نُشر منها يتصدّر غرفة الإصدار، مع يوم إزالته.</translation>
    </message>
    <message>
        <source>Give it a code, never a name.</source>
        <translation>أعطها رمزًا، لا اسمًا أبدًا.</translation>
    </message>
    <message>
        <source>Sign in to read what they allowed, how they said so and why: it can hold names. What counts now stands in the strip above.</source>
        <translation>سجّل الدخول لتقرأ ما سمح به، وكيف قاله ولماذا: قد يحتوي أسماء. ما يسري الآن مكتوب في الشريط أعلاه.</translation>
    </message>
    <message>
        <source>They say it in these lines (E)</source>
        <translation>يقول ذلك في هذه الأسطر (E)</translation>
    </message>
    <message>
        <source>Where they say it is from the beginning of the first line chosen to the end of the last</source>
        <translation>موضع قوله من بداية أول سطر مختار إلى نهاية آخر سطر</translation>
    </message>
    <message>
        <source>They say it in the lines chosen</source>
        <translation>يقول ذلك في الأسطر المختارة</translation>
    </message>
    <message>
        <source>Choose the lines in which they say it: click the first, Shift+click the last.</source>
        <translation>اختر الأسطر التي يقول فيها ذلك: انقر الأول، ثم Shift+نقر على الأخير.</translation>
    </message>
    <message>
        <source>they say it here</source>
        <translation>يقول ذلك هنا</translation>
    </message>
    <message>
        <source>said here, revision %1</source>
        <translation>قيل هنا، المراجعة %1</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>سجّل الدخول أولًا.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ContactStrip</name>
    <message>
        <source>Contact sheet, worst frames first</source>
        <translation>صحيفة الإطارات، الأسوأ أولًا</translation>
    </message>
    <message>
        <source>The verification names no frame.</source>
        <translation>لا يذكر التحقق أي إطار.</translation>
    </message>
    <message>
        <source>◔ the sheet is being made …</source>
        <translation>◔ يجري إعداد الورقة …</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::CutRoom</name>
    <message>
        <source>Cut</source>
        <translation>القصّ</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>إلى البداية</translation>
    </message>
    <message>
        <source>Play backwards, again: faster</source>
        <translation>تشغيل إلى الوراء، مرة أخرى: أسرع</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play, again: faster</source>
        <translation>تشغيل، مرة أخرى: أسرع</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>تشغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>إطار إلى الوراء</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>إطار إلى الأمام</translation>
    </message>
    <message>
        <source>A second back</source>
        <translation>ثانية إلى الوراء</translation>
    </message>
    <message>
        <source>A second on</source>
        <translation>ثانية إلى الأمام</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>إلى النهاية</translation>
    </message>
    <message>
        <source>Previous edge</source>
        <translation>الحدّ السابق</translation>
    </message>
    <message>
        <source>Next edge</source>
        <translation>الحدّ التالي</translation>
    </message>
    <message>
        <source>Mark in</source>
        <translation>تحديد البداية</translation>
    </message>
    <message>
        <source>Mark out</source>
        <translation>تحديد النهاية</translation>
    </message>
    <message>
        <source>Clear the marks</source>
        <translation>إلغاء التحديد</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>الوسم %1</translation>
    </message>
    <message>
        <source>Take out: incriminating</source>
        <translation>حجب: تجريمي</translation>
    </message>
    <message>
        <source>Take out: identifying</source>
        <translation>حجب: كاشف للهوية</translation>
    </message>
    <message>
        <source>Remove what is chosen</source>
        <translation>إزالة المختار</translation>
    </message>
    <message>
        <source>New clip of the segments chosen</source>
        <translation>مقطع جديد من الشرائح المختارة</translation>
    </message>
    <message>
        <source>Add the segments chosen to the clip</source>
        <translation>إضافة الشرائح المختارة إلى المقطع</translation>
    </message>
    <message>
        <source>Render the clip</source>
        <translation>إخراج المقطع</translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>البحث في النص المنطوق</translation>
    </message>
    <message>
        <source>I  in</source>
        <translation>I  بداية</translation>
    </message>
    <message>
        <source>O  out</source>
        <translation>O  نهاية</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>النص المنطوق</translation>
    </message>
    <message>
        <source>recording %1 of %2</source>
        <translation>التسجيل %1 من %2</translation>
    </message>
    <message>
        <source>veil on</source>
        <translation>التغطية مفعّلة</translation>
    </message>
    <message>
        <source>Choose an interview in the Library (F1), then cut it here.</source>
        <translation>اختر مقابلة في المكتبة (F1)، ثم قُصّها هنا.</translation>
    </message>
    <message>
        <source>This conversation was not recorded. What was written down of it is in Consent and Library.</source>
        <translation>لم تُسجَّل هذه المحادثة. ما دُوّن منها في غرفة الموافقة وفي المكتبة.</translation>
    </message>
    <message>
        <source>Nothing is imported yet. Import the recording in the Library, then cut it here.</source>
        <translation>لم يُستورد شيء بعد. استورد التسجيل في المكتبة، ثم قُصّه هنا.</translation>
    </message>
    <message>
        <source>This recording was destroyed on request on %1. What was marked in it stays on record.</source>
        <translation>أُتلف هذا التسجيل بناءً على طلب في %1. ما حُدّد فيه يبقى محفوظًا في السجل.</translation>
    </message>
    <message>
        <source>Mark the stretch first: I where it begins, O where it ends.</source>
        <translation>حدّد المدى أولًا: I حيث يبدأ، O حيث ينتهي.</translation>
    </message>
    <message>
        <source>! incriminating, because</source>
        <translation>! تجريمي، لأن</translation>
    </message>
    <message>
        <source>? identifying, because</source>
        <translation>? كاشف للهوية، لأن</translation>
    </message>
    <message>
        <source>Take the redaction back, because</source>
        <translation>إلغاء الحجب، لأن</translation>
    </message>
    <message>
        <source>New clip of it</source>
        <translation>مقطع جديد منه</translation>
    </message>
    <message>
        <source>Add to the clip</source>
        <translation>إضافة إلى المقطع</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>تشغيله</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Show in Faces</source>
        <translation>إظهار في الوجوه</translation>
    </message>
    <message>
        <source>How it is taken out</source>
        <translation>كيف يُحجب</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>صمت</translation>
    </message>
    <message>
        <source>bleep</source>
        <translation>صفير</translation>
    </message>
    <message>
        <source>cut out</source>
        <translation>قصّ</translation>
    </message>
    <message>
        <source>Put the chosen tag on key %1</source>
        <translation>وضع الوسم المختار على المفتاح %1</translation>
    </message>
    <message>
        <source>Choose a segment with the tag, or type the tag into the field below the keys, then Alt+%1.</source>
        <translation>اختر شريحة تحمل الوسم، أو اكتب الوسم في الحقل أسفل المفاتيح، ثم Alt+%1.</translation>
    </message>
    <message>
        <source>“%1” is on key %2 from now on, in every interview of this archive.</source>
        <translation>“%1” على المفتاح %2 من الآن فصاعدًا، في كل مقابلات هذا الأرشيف.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Desk</name>
    <message>
        <source>%1 — open the archive again when it is back.</source>
        <translation>%1 — افتح الأرشيف من جديد حين يعود.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::DestinationPanel</name>
    <message>
        <source>Destinations</source>
        <translation>الوجهات</translation>
    </message>
    <message>
        <source>New …</source>
        <translation>جديدة …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>تغيير …</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>إغلاق …</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>stands in the package</source>
        <translation>يُكتب في الحزمة</translation>
    </message>
    <message>
        <source>a partner: a folder for somebody</source>
        <translation>شريك: مجلد لجهة بعينها</translation>
    </message>
    <message>
        <source>the web: everyone</source>
        <translation>الويب: للجميع</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Countries</source>
        <translation>البلدان</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>any</source>
        <translation>بلا قيد</translation>
    </message>
    <message>
        <source>Days it has to take a clip down</source>
        <translation>عدد الأيام المتاحة لها لإزالة مقطع من النشر</translation>
    </message>
    <message>
        <source>Days to take down</source>
        <translation>أيام الإزالة من النشر</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>– %1, closed</source>
        <translation>– %1، مغلقة</translation>
    </message>
    <message>
        <source>Nobody may receive clips yet: make a destination with “New …”.</source>
        <translation>لا يجوز لأحد أن يتلقى مقاطع بعد: أنشئ وجهة بالزر “جديدة …”.</translation>
    </message>
    <message numerus="yes">
        <source>%1 — for %2, in %3, languages: %4; takes down within %n day(s)</source>
        <translation>
            <numerusform>%1 — لـ %2، في %3، اللغات: %4؛ تزيل من النشر خلال %n يوم</numerusform>
            <numerusform>%1 — لـ %2، في %3، اللغات: %4؛ تزيل من النشر خلال يوم واحد</numerusform>
            <numerusform>%1 — لـ %2، في %3، اللغات: %4؛ تزيل من النشر خلال يومين</numerusform>
            <numerusform>%1 — لـ %2، في %3، اللغات: %4؛ تزيل من النشر خلال %n أيام</numerusform>
            <numerusform>%1 — لـ %2، في %3، اللغات: %4؛ تزيل من النشر خلال %n يومًا</numerusform>
            <numerusform>%1 — لـ %2، في %3، اللغات: %4؛ تزيل من النشر خلال %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>the web</source>
        <translation>الويب</translation>
    </message>
    <message>
        <source>a partner</source>
        <translation>شريك</translation>
    </message>
    <message>
        <source>all countries</source>
        <translation>كل البلدان</translation>
    </message>
    <message>
        <source>A limit can be replaced, not taken away: close this one and make another.</source>
        <translation>يمكن استبدال القيد لا رفعه: أغلق هذه الوجهة وأنشئ أخرى.</translation>
    </message>
    <message>
        <source>Close a destination</source>
        <translation>إغلاق وجهة</translation>
    </message>
    <message>
        <source>Nothing will go to %1 any more. This cannot be undone; what went there stays in the ledger and has to come down when it must.</source>
        <translation>لن يُرسل شيء إلى %1 بعد الآن. لا يمكن التراجع عن هذا؛ ما أُرسل إليها يبقى في سجل الإصدارات ويجب أن يُزال من النشر متى وجب ذلك.</translation>
    </message>
    <message>
        <source>Close it for good</source>
        <translation>إغلاقها نهائيًا</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::EvidenceForm</name>
    <message>
        <source>Where they say it</source>
        <translation>حيث يقول ذلك</translation>
    </message>
    <message>
        <source>Begins here (I)</source>
        <translation>يبدأ هنا (I)</translation>
    </message>
    <message>
        <source>Ends here (O)</source>
        <translation>ينتهي هنا (O)</translation>
    </message>
    <message>
        <source>▶ Hear it</source>
        <translation>▶ استمع إليه</translation>
    </message>
    <message>
        <source>codes of those who heard it, such as W-07 W-12</source>
        <translation>رموز من سمعوا ذلك، مثل W-07 W-12</translation>
    </message>
    <message>
        <source>Witnesses, by their codes</source>
        <translation>الشهود، برموزهم</translation>
    </message>
    <message>
        <source>the scanned form</source>
        <translation>الاستمارة الممسوحة ضوئيًا</translation>
    </message>
    <message>
        <source>The written consent, a file</source>
        <translation>الموافقة الخطية، ملف</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>اختيار …</translation>
    </message>
    <message>
        <source>The written consent</source>
        <translation>الموافقة الخطية</translation>
    </message>
    <message>
        <source>Say how they said so.</source>
        <translation>اذكر كيف قال ذلك.</translation>
    </message>
    <message>
        <source>Mark where they say it: I where it begins, O where it ends.</source>
        <translation>حدّد أين يقول ذلك: I حيث يبدأ، O حيث ينتهي.</translation>
    </message>
    <message>
        <source>Name who heard it, by a code.</source>
        <translation>اذكر من سمع ذلك، برمز.</translation>
    </message>
    <message>
        <source>Choose the file of the written consent.</source>
        <translation>اختر ملف الموافقة الخطية.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::FacesHands</name>
    <message>
        <source>Choose a gap first: N goes to the next.</source>
        <translation>اختر فجوة أولًا: N ينقلك إلى التالية.</translation>
    </message>
    <message>
        <source>Choose a person first, in the list or in the timeline.</source>
        <translation>اختر شخصًا أولًا، من القائمة أو من الخط الزمني.</translation>
    </message>
    <message>
        <source>No face there that a mask does not cover: what did you see?</source>
        <translation>ألا يوجد هنا وجه لا يغطيه قناع؟ ماذا رأيت؟</translation>
    </message>
    <message>
        <source>This gap is about no person: draw a region over it (R).</source>
        <translation>هذه الفجوة لا تخص أي شخص: ارسم منطقة فوقها (R).</translation>
    </message>
    <message>
        <source>This gap is open.</source>
        <translation>هذه الفجوة مفتوحة.</translation>
    </message>
    <message>
        <source>What is hidden there?</source>
        <translation>ما الذي يُخفى هنا؟</translation>
    </message>
    <message>
        <source>face</source>
        <translation>وجه</translation>
    </message>
    <message>
        <source>Draw a region first (R), or choose a gap whose face has a last known place.</source>
        <translation>ارسم منطقة أولًا (R)، أو اختر فجوة لوجهها آخر موضع معروف.</translation>
    </message>
    <message>
        <source>Choose a region first.</source>
        <translation>اختر منطقة أولًا.</translation>
    </message>
    <message>
        <source>Why is it no longer hidden?</source>
        <translation>لماذا لم يعد مخفيًا؟</translation>
    </message>
    <message>
        <source>Choose the other track of the same face; Esc: not now.</source>
        <translation>اختر المسار الآخر للوجه نفسه؛ Esc: ليس الآن.</translation>
    </message>
    <message>
        <source>No face, and no longer hidden: what is it?</source>
        <translation>ليس وجهًا، ولم يعد مخفيًا: فما هو؟</translation>
    </message>
    <message>
        <source>A face that was seen stays hidden there: split the track, or say that it is no face.</source>
        <translation>الوجه الذي رُئي يبقى مخفيًا هنا: اقسم المسار، أو قل إنه ليس وجهًا.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::FacesPlayer</name>
    <message>
        <source>%1  (V: next)</source>
        <translation>%1  (V: التالي)</translation>
    </message>
    <message>
        <source>original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>الأقنعة</translation>
    </message>
    <message>
        <source>as rendered</source>
        <translation>كما أُخرج</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>جارٍ الفتح …</translation>
    </message>
    <message>
        <source>RECORDING %1</source>
        <translation>التسجيل %1</translation>
    </message>
    <message>
        <source>The original is shown to editors and auditors. Sign in as one of them to see it.</source>
        <translation>يُعرض الأصل للمحرّرين والمدقّقين. سجّل الدخول بصفة أحدهم لتراه.</translation>
    </message>
    <message>
        <source>this frame is hidden whole</source>
        <translation>هذا الإطار مخفي بالكامل</translation>
    </message>
    <message>
        <source>person %1 · %2 · %3</source>
        <translation>الشخص %1 · %2 · %3</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>ظاهر</translation>
    </message>
    <message>
        <source>not hidden</source>
        <translation>غير مخفي</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::FacesRoom</name>
    <message>
        <source>GAPS, WORST FIRST</source>
        <translation>الفجوات، الأسوأ أولًا</translation>
    </message>
    <message>
        <source>Gaps, worst first</source>
        <translation>الفجوات، الأسوأ أولًا</translation>
    </message>
    <message>
        <source>Find faces in segments</source>
        <translation>البحث عن الوجوه في الشرائح</translation>
    </message>
    <message>
        <source>Find all faces</source>
        <translation>البحث عن كل الوجوه</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Nobody was found yet.</source>
        <translation>لم يُعثر على أحد بعد.</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>Nothing is marked. R draws what else is to be hidden: a tattoo, a document.</source>
        <translation>لم يُحدَّد شيء. R ترسم ما يجب إخفاؤه أيضًا: وشم، وثيقة.</translation>
    </message>
    <message>
        <source>PEOPLE</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>REGIONS</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>الوجوه</translation>
    </message>
    <message>
        <source>Next gap</source>
        <translation>الفجوة التالية</translation>
    </message>
    <message>
        <source>Previous gap</source>
        <translation>الفجوة السابقة</translation>
    </message>
    <message>
        <source>Extend the track over the gap</source>
        <translation>تمديد المسار فوق الفجوة</translation>
    </message>
    <message>
        <source>Draw a region</source>
        <translation>رسم منطقة</translation>
    </message>
    <message>
        <source>Follow the region</source>
        <translation>تتبّع المنطقة</translation>
    </message>
    <message>
        <source>No face here</source>
        <translation>لا وجه هنا</translation>
    </message>
    <message>
        <source>Open the gap again</source>
        <translation>إعادة فتح الفجوة</translation>
    </message>
    <message>
        <source>Original, masks, as rendered</source>
        <translation>الأصل، الأقنعة، كما أُخرج</translation>
    </message>
    <message>
        <source>Backwards, faster</source>
        <translation>إلى الوراء، أسرع</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>تشغيل أو إيقاف</translation>
    </message>
    <message>
        <source>Forwards, faster</source>
        <translation>إلى الأمام، أسرع</translation>
    </message>
    <message>
        <source>Previous edge</source>
        <translation>الحدّ السابق</translation>
    </message>
    <message>
        <source>Next edge</source>
        <translation>الحدّ التالي</translation>
    </message>
    <message>
        <source>No longer hide the region</source>
        <translation>عدم إخفاء المنطقة بعد الآن</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>This is: %1</source>
        <translation>هذا هو: %1</translation>
    </message>
    <message>
        <source>Show this face, as consent says</source>
        <translation>إظهار هذا الوجه، كما تنصّ الموافقة</translation>
    </message>
    <message>
        <source>Same face as …</source>
        <translation>هو نفسه وجه …</translation>
    </message>
    <message>
        <source>Another face from here on</source>
        <translation>وجه آخر من هنا فصاعدًا</translation>
    </message>
    <message>
        <source>No face at all …</source>
        <translation>ليس وجهًا أصلًا …</translation>
    </message>
    <message>
        <source>Choose an interview in the library (F1).</source>
        <translation>اختر مقابلة في المكتبة (F1).</translation>
    </message>
    <message>
        <source>No gap: every face was followed without doubt.</source>
        <translation>لا فجوات: تُتبّع كل وجه بلا شك.</translation>
    </message>
    <message>
        <source>Nobody looked for faces in this recording yet. All of it is hidden until analysed.</source>
        <translation>لم يبحث أحد عن الوجوه في هذا التسجيل بعد. كله مخفي حتى تحليله.</translation>
    </message>
    <message>
        <source>hidden until analysed</source>
        <translation>مخفي حتى تحليله</translation>
    </message>
    <message numerus="yes">
        <source>hidden in part: %1 % · hidden whole: %2 % · %n open gap(s)</source>
        <translation>
            <numerusform>مخفي جزئيًا: %1 % · مخفي بالكامل: %2 % · %n فجوة مفتوحة</numerusform>
            <numerusform>مخفي جزئيًا: %1 % · مخفي بالكامل: %2 % · فجوة مفتوحة واحدة</numerusform>
            <numerusform>مخفي جزئيًا: %1 % · مخفي بالكامل: %2 % · فجوتان مفتوحتان</numerusform>
            <numerusform>مخفي جزئيًا: %1 % · مخفي بالكامل: %2 % · %n فجوات مفتوحة</numerusform>
            <numerusform>مخفي جزئيًا: %1 % · مخفي بالكامل: %2 % · %n فجوة مفتوحة</numerusform>
            <numerusform>مخفي جزئيًا: %1 % · مخفي بالكامل: %2 % · %n فجوة مفتوحة</numerusform>
        </translation>
    </message>
    <message>
        <source>No gap is open.</source>
        <translation>لا فجوة مفتوحة.</translation>
    </message>
    <message>
        <source>next</source>
        <translation>التالية</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>السابقة</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>تمديد</translation>
    </message>
    <message>
        <source>region</source>
        <translation>منطقة</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>تتبّع</translation>
    </message>
    <message>
        <source>no face here</source>
        <translation>لا وجه هنا</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::FilterBar</name>
    <message>
        <source>codes</source>
        <translation>الرموز</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>ما قيل</translation>
    </message>
    <message>
        <source>Where to search</source>
        <translation>أين يجري البحث</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>any consent</source>
        <translation>أي موافقة</translation>
    </message>
    <message>
        <source>any stage</source>
        <translation>أي مرحلة</translation>
    </message>
    <message>
        <source>any tag</source>
        <translation>أي وسم</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>أي لغة</translation>
    </message>
    <message>
        <source>✕ none</source>
        <translation>✕ لا توجد</translation>
    </message>
    <message>
        <source>What was said; “words in quotes”, word*  (Ctrl+Shift+F)</source>
        <translation>ما قيل؛ “كلمات بين علامتي اقتباس”، كلمة*  (Ctrl+Shift+F)</translation>
    </message>
    <message>
        <source>Search codes and pseudonyms  (Ctrl+F)</source>
        <translation>البحث في الرموز والأسماء المستعارة  (Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::FirstSteps</name>
    <message>
        <source>Make an archive to learn with …</source>
        <translation>إنشاء أرشيف للتعلّم …</translation>
    </message>
    <message>
        <source>Interviews to clips that are safe to publish</source>
        <translation>من المقابلات إلى مقاطع آمنة للنشر</translation>
    </message>
    <message>
        <source>An archive is one folder with everything of a project: recordings, what each person asked for, clips, and who did what. Faces that must be hidden are hidden on every screen.</source>
        <translation>الأرشيف مجلد واحد فيه كل ما يخص المشروع: التسجيلات، وما طلبه كل شخص، والمقاطع، ومن فعل ماذا. الوجوه التي يجب إخفاؤها مخفية في كل شاشة.</translation>
    </message>
    <message>
        <source>Open an archive …</source>
        <translation>فتح أرشيف …</translation>
    </message>
    <message>
        <source>New archive …</source>
        <translation>أرشيف جديد …</translation>
    </message>
    <message>
        <source>A drawn puppet&apos;s interview and four operators; nothing in it is real</source>
        <translation>مقابلة مع دمية مرسومة وأربعة مشغّلين؛ لا شيء فيها حقيقي</translation>
    </message>
    <message>
        <source>OPENED BEFORE</source>
        <translation>فُتح من قبل</translation>
    </message>
    <message>
        <source>Where to make it</source>
        <translation>أين يُنشأ</translation>
    </message>
    <message>
        <source>You are amina, who edits. samir approves, lina releases, ruth is the admin: sign in as each; here they need no passphrase. Next: Consent (F2).</source>
        <translation>أنت amina، المحرّرة. samir يعتمد، وlina تُصدر، وruth هي المسؤولة: سجّل الدخول باسم كلٍّ منهم؛ لا يحتاجون هنا إلى عبارة مرور. التالي: الموافقة (F2).</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>الخطوة %1 من %2: %3</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::HistoryPanel</name>
    <message>
        <source>? nothing recorded</source>
        <translation>? لم يُسجَّل شيء</translation>
    </message>
    <message>
        <source>✕ taken back</source>
        <translation>✕ سُحبت</translation>
    </message>
    <message>
        <source>✕ ended</source>
        <translation>✕ انتهت</translation>
    </message>
    <message>
        <source>✕ not to be used</source>
        <translation>✕ لا يُستخدم</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>← %1</translation>
    </message>
    <message>
        <source>%1   %2   %3</source>
        <translation>%1   %2   %3</translation>
    </message>
    <message>
        <source>Whose consent</source>
        <translation>موافقة مَن</translation>
    </message>
    <message>
        <source>Revisions, the newest first</source>
        <translation>المراجعات، الأحدث أولًا</translation>
    </message>
    <message>
        <source>WHOSE</source>
        <translation>صاحب الموافقة</translation>
    </message>
    <message>
        <source>REVISIONS</source>
        <translation>المراجعات</translation>
    </message>
    <message>
        <source>Return goes where it is said</source>
        <translation>مفتاح Return ينقلك إلى موضع القول</translation>
    </message>
    <message>
        <source>Choose one revision, or two to compare them.</source>
        <translation>اختر مراجعة واحدة، أو اثنتين لمقارنتهما.</translation>
    </message>
    <message>
        <source>The first one, against what holds while nobody asked:</source>
        <translation>الأولى، مقارنةً بما يسري ما دام الشخص لم يُسأل:</translation>
    </message>
    <message>
        <source>From revision %1 to %2:</source>
        <translation>من المراجعة %1 إلى %2:</translation>
    </message>
    <message>
        <source>Sign in to read them.</source>
        <translation>سجّل الدخول لتقرأها.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::HitList</name>
    <message>
        <source>Where it was said</source>
        <translation>حيث قيل ذلك</translation>
    </message>
    <message>
        <source>Write what was said; “words in quotes” follow each other, word* may go on.</source>
        <translation>اكتب ما قيل؛ “كلمات بين علامتي اقتباس” تتوالى، وكلمة* قد تطول.</translation>
    </message>
    <message>
        <source>searching …</source>
        <translation>جارٍ البحث …</translation>
    </message>
    <message>
        <source>Return goes there in Cut</source>
        <translation>مفتاح Return ينقلك إليه في غرفة القصّ</translation>
    </message>
    <message numerus="yes">
        <source>said %n time(s)</source>
        <translation>
            <numerusform>قيل %n مرة</numerusform>
            <numerusform>قيل مرة واحدة</numerusform>
            <numerusform>قيل مرتين</numerusform>
            <numerusform>قيل %n مرات</numerusform>
            <numerusform>قيل %n مرة</numerusform>
            <numerusform>قيل %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody says that</source>
        <translation>لا أحد يقول ذلك</translation>
    </message>
    <message>
        <source>Sign in to search what was said.</source>
        <translation>سجّل الدخول للبحث فيما قيل.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::IdleLock</name>
    <message>
        <source>Locked: nobody was here for a while. Sign in to go on.</source>
        <translation>مقفل: لم يكن أحد هنا منذ مدة. سجّل الدخول للمتابعة.</translation>
    </message>
    <message>
        <source>Locked: nobody was here for a while. Sign in to go on; what was being asked was closed, and nothing of it done.</source>
        <translation>أُقفل: لم يكن أحد هنا منذ مدة. سجّل الدخول للمتابعة؛ أُغلق ما كان يُسأل عنه ولم يُنفَّذ منه شيء.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ImportBar</name>
    <message>
        <source>The interview, by its code; a new code makes a new one</source>
        <translation>المقابلة، برمزها؛ الرمز الجديد ينشئ مقابلة جديدة</translation>
    </message>
    <message>
        <source>code, such as BTIB-0042; never a name</source>
        <translation>رمز، مثل BTIB-0042؛ لا اسم أبدًا</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>تركه</translation>
    </message>
    <message>
        <source>%1 into interview</source>
        <translation>استيراد %1 إلى المقابلة</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) into interview</source>
        <translation>
            <numerusform>%n ملف إلى المقابلة</numerusform>
            <numerusform>ملف واحد إلى المقابلة</numerusform>
            <numerusform>ملفان إلى المقابلة</numerusform>
            <numerusform>%n ملفات إلى المقابلة</numerusform>
            <numerusform>%n ملفًا إلى المقابلة</numerusform>
            <numerusform>%n ملف إلى المقابلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Import into a new interview</source>
        <translation>استيراد إلى مقابلة جديدة</translation>
    </message>
    <message>
        <source>%1 is in %2; the original where it came from is as it was.</source>
        <translation>صار %1 في %2؛ والأصل باقٍ في مكانه كما كان.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::InterviewForm</name>
    <message>
        <source>They are held: consent is not given freely as at home</source>
        <translation>الشخص محتجز: لا تُعطى الموافقة بحرية كما في البيت</translation>
    </message>
    <message>
        <source>They are under age: face and name stay hidden whatever they say</source>
        <translation>الشخص قاصر: يبقى الوجه والاسم مخفيين مهما قال</translation>
    </message>
    <message>
        <source>video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>sound only</source>
        <translation>صوت فقط</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>غير مسجّلة</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>such as BTIB-0042; never a name</source>
        <translation>مثل BTIB-0042؛ لا اسم أبدًا</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>الاسم المستعار</translation>
    </message>
    <message>
        <source>the name that is shown instead of theirs</source>
        <translation>الاسم الذي يظهر بدلًا من اسم الشخص</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>2026, 2026-11 or 2026-11-28</source>
        <translation>2026 أو 2026-11 أو 2026-11-28</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>a region, never a village</source>
        <translation>منطقة واسعة، لا قرية أبدًا</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>الظروف</translation>
    </message>
    <message>
        <source>home, prison, camp, remote …</source>
        <translation>بيت، سجن، مخيم، عن بُعد …</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>codes such as ar en</source>
        <translation>رموز مثل ar en</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>من كان حاضرًا</translation>
    </message>
    <message>
        <source>roles such as interviewer:woman translator guard</source>
        <translation>أدوار مثل interviewer:woman translator guard</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>الجنس</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>العمر</translation>
    </message>
    <message>
        <source>such as 20-29</source>
        <translation>مثل 20-29</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>الجنسية</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>الانتماء العرقي</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>الصفة</translation>
    </message>
    <message>
        <source>witness, survivor, former member …</source>
        <translation>شاهد، ناجٍ، عضو سابق …</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>New interview</source>
        <translation>مقابلة جديدة</translation>
    </message>
    <message>
        <source>Add the interview</source>
        <translation>إضافة المقابلة</translation>
    </message>
    <message>
        <source>Description of %1</source>
        <translation>وصف %1</translation>
    </message>
    <message>
        <source>Save the description</source>
        <translation>حفظ الوصف</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::InterviewTable</name>
    <message>
        <source>Interview</source>
        <translation>المقابلة</translation>
    </message>
    <message>
        <source>Pseudonym</source>
        <translation>الاسم المستعار</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>الموافقة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::JobsPanel</name>
    <message>
        <source>looking for faces</source>
        <translation>البحث عن الوجوه</translation>
    </message>
    <message>
        <source>rendering</source>
        <translation>الإخراج</translation>
    </message>
    <message>
        <source>proving it on the finished file</source>
        <translation>التحقق من الملف الجاهز</translation>
    </message>
    <message>
        <source>copying in</source>
        <translation>النسخ إلى الأرشيف</translation>
    </message>
    <message>
        <source>checking originals</source>
        <translation>فحص الأصول</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>بقي %1:%2</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>تنتظر</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ تمّت</translation>
    </message>
    <message>
        <source>✕ %1</source>
        <translation>✕ %1</translation>
    </message>
    <message>
        <source>cancelled; nothing was changed</source>
        <translation>أُلغيت؛ لم يتغيّر شيء</translation>
    </message>
    <message>
        <source>Cancel this job</source>
        <translation>إلغاء هذه المهمة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>إيقاف مؤقت أو متابعة</translation>
    </message>
    <message>
        <source>JOBS</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>Clear what has ended</source>
        <translation>إخلاء ما انتهى</translation>
    </message>
    <message>
        <source>Nothing runs. Imports, analyses, renders and releases are listed here while they work.</source>
        <translation>لا شيء يعمل. تظهر هنا عمليات الاستيراد والتحليل والإخراج والإصدار أثناء عملها.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>No key is called so.</source>
        <translation>لا مفتاح بهذا الاسم.</translation>
    </message>
    <message>
        <source>Find: what it does, or the key itself</source>
        <translation>ابحث: ما يفعله، أو المفتاح نفسه</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>البحث عن مفتاح</translation>
    </message>
    <message>
        <source>Ctrl+/ opens this sheet everywhere; so does ?, but in Cut, where ? takes out what is identifying. In every player: J K L shuttle, space plays, arrows step (with Shift a second). Keys are changed in File, Settings.</source>
        <translation>يفتح Ctrl+/ هذه الورقة في كل مكان؛ وكذلك ؟ إلا في القصّ، حيث يحجب ؟ ما يكشف الهوية. في كل مشغّل: J K L للتنقل السريع، والمسافة للتشغيل، والأسهم إطارًا إطارًا (ومع Shift ثانية). تُغيَّر المفاتيح في ملف، الإعدادات.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::LedgerPanel</name>
    <message>
        <source>Ledger: what went out, what must come down first</source>
        <translation>سجل الإصدارات: ما نُشر، وفي المقدمة ما يجب أن يُزال من النشر</translation>
    </message>
    <message>
        <source>where the public finds it</source>
        <translation>حيث يجده الجمهور</translation>
    </message>
    <message>
        <source>how many it reached</source>
        <translation>كم شخصًا وصل إليهم</translation>
    </message>
    <message>
        <source>how it came down, without names</source>
        <translation>كيف أُزيل من النشر، بلا أسماء</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>تدوين</translation>
    </message>
    <message>
        <source>✓ It is down</source>
        <translation>✓ أُزيل من النشر</translation>
    </message>
    <message>
        <source>Check the package</source>
        <translation>فحص الحزمة</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>فتح مجلدها</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n thing(s) must come down — first below, with their day</source>
        <translation>
            <numerusform>✕ يجب إزالة %n مادة من النشر — في المقدمة أدناه، مع يومها</numerusform>
            <numerusform>✕ يجب إزالة مادة واحدة من النشر — في المقدمة أدناه، مع يومها</numerusform>
            <numerusform>✕ يجب إزالة مادتين من النشر — في المقدمة أدناه، مع يوم كل منهما</numerusform>
            <numerusform>✕ يجب إزالة %n مواد من النشر — في المقدمة أدناه، مع يوم كل منها</numerusform>
            <numerusform>✕ يجب إزالة %n مادة من النشر — في المقدمة أدناه، مع يوم كل منها</numerusform>
            <numerusform>✕ يجب إزالة %n مادة من النشر — في المقدمة أدناه، مع يوم كل منها</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ The package of %1 is whole, and signed by %2.</source>
        <translation>✓ حزمة %1 سليمة، ووقّعها %2.</translation>
    </message>
    <message>
        <source>✕ The package of %1: %2</source>
        <translation>✕ حزمة %1: %2</translation>
    </message>
    <message>
        <source>Say first how it came down.</source>
        <translation>اذكر أولًا كيف أُزيل.</translation>
    </message>
    <message>
        <source>The package is not at %1 (any more).</source>
        <translation>الحزمة ليست (أو لم تعد) في %1.</translation>
    </message>
    <message>
        <source>Nothing on this machine opens folders. It lies at %1</source>
        <translation>لا برنامج في هذا الحاسوب يفتح المجلدات. موضعها %1</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::LedgerTable</name>
    <message>
        <source>✕ overdue since %1</source>
        <translation>✕ متأخر منذ %1</translation>
    </message>
    <message>
        <source>✕ down by %1</source>
        <translation>✕ يُزال في موعد أقصاه %1</translation>
    </message>
    <message>
        <source>⌂ published</source>
        <translation>⌂ منشور</translation>
    </message>
    <message>
        <source>→ sent</source>
        <translation>← أُرسل</translation>
    </message>
    <message>
        <source>… being written</source>
        <translation>… قيد الكتابة</translation>
    </message>
    <message>
        <source>✓ taken down %1</source>
        <translation>✓ أُزيل من النشر %1</translation>
    </message>
    <message>
        <source>– never came to be</source>
        <translation>– لم يكتمل قط</translation>
    </message>
    <message>
        <source>package %1</source>
        <translation>الحزمة %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reached</source>
        <translation>
            <numerusform>وصل إلى %n شخص</numerusform>
            <numerusform>وصل إلى شخص واحد</numerusform>
            <numerusform>وصل إلى شخصين</numerusform>
            <numerusform>وصل إلى %n أشخاص</numerusform>
            <numerusform>وصل إلى %n شخصًا</numerusform>
            <numerusform>وصل إلى %n شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>الوجهة</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>أين</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>الوصول</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::LibraryRoom</name>
    <message>
        <source>Import …</source>
        <translation>استيراد …</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>المقابلات</translation>
    </message>
    <message>
        <source>CLIPS OF THIS INTERVIEW</source>
        <translation>مقاطع هذه المقابلة</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Find what was said</source>
        <translation>البحث فيما قيل</translation>
    </message>
    <message>
        <source>No archive is open: open one with Ctrl+O.</source>
        <translation>لا أرشيف مفتوح: افتح واحدًا بالمفتاح Ctrl+O.</translation>
    </message>
    <message numerus="yes">
        <source>%n interview(s)</source>
        <translation>
            <numerusform>%n مقابلة</numerusform>
            <numerusform>مقابلة واحدة</numerusform>
            <numerusform>مقابلتان</numerusform>
            <numerusform>%n مقابلات</numerusform>
            <numerusform>%n مقابلة</numerusform>
            <numerusform>%n مقابلة</numerusform>
        </translation>
    </message>
    <message>
        <source>Open an archive first.</source>
        <translation>افتح أرشيفًا أولًا.</translation>
    </message>
    <message>
        <source>Recordings to import</source>
        <translation>التسجيلات المراد استيرادها</translation>
    </message>
    <message>
        <source>No interview is like that: take a filter away.</source>
        <translation>لا مقابلة كهذه: أزل أحد المرشّحات.</translation>
    </message>
    <message>
        <source>No interview yet: drop a recording here, or make one in Consent (F2).</source>
        <translation>لا مقابلة بعد: أفلت تسجيلًا هنا، أو أنشئ واحدة في الموافقة (F2).</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::MainWindow</name>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>فتح أرشيف</translation>
    </message>
    <message>
        <source>The archive is there. Sign in as %1, then add an editor, an auditor and a distributor: File, New operator.</source>
        <translation>أُنشئ الأرشيف. سجّل الدخول باسم %1، ثم أضف محرّرًا ومدقّقًا وموزّعًا: ملف، مشغّل جديد.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>دخول</translation>
    </message>
    <message>
        <source>Sign in: without it one may look at what is veiled, and change nothing</source>
        <translation>سجّل الدخول: من دونه يمكن مشاهدة ما عليه تغطية، دون تغيير أي شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n مهمة</numerusform>
            <numerusform>مهمة واحدة</numerusform>
            <numerusform>مهمتان</numerusform>
            <numerusform>%n مهام</numerusform>
            <numerusform>%n مهمة</numerusform>
            <numerusform>%n مهمة</numerusform>
        </translation>
    </message>
    <message>
        <source>What works in the background</source>
        <translation>ما يعمل في الخلفية</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Open archive …</source>
        <translation>فتح أرشيف …</translation>
    </message>
    <message>
        <source>&amp;New archive …</source>
        <translation>أرشيف جديد …</translation>
    </message>
    <message>
        <source>&amp;Sign in …</source>
        <translation>تسجيل الدخول …</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>New o&amp;perator …</source>
        <translation>مشغّل جديد …</translation>
    </message>
    <message>
        <source>S&amp;ettings …</source>
        <translation>الإعدادات …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>&amp;About counterclip</source>
        <translation>حول counterclip</translation>
    </message>
    <message>
        <source>About counterclip</source>
        <translation>حول counterclip</translation>
    </message>
    <message>
        <source>counterclip %1
Qt %2

Interviews to clips that are safe to publish. Everything this window does, the command line can do.</source>
        <translation>counterclip %1
Qt %2

من المقابلات إلى مقاطع آمنة للنشر. كل ما تفعله هذه النافذة يمكن لسطر الأوامر أن يفعله.</translation>
    </message>
    <message>
        <source>counterclip</source>
        <translation>counterclip</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are not done. Stop them and quit? Nothing that is finished is lost.</source>
        <translation>
            <numerusform>لم تنتهِ %n مهمة. أتوقفها وتُنهي البرنامج؟ لن يضيع شيء مما اكتمل.</numerusform>
            <numerusform>لم تنتهِ مهمة واحدة. أتوقفها وتُنهي البرنامج؟ لن يضيع شيء مما اكتمل.</numerusform>
            <numerusform>لم تنتهِ مهمتان. أتوقفهما وتُنهي البرنامج؟ لن يضيع شيء مما اكتمل.</numerusform>
            <numerusform>لم تنتهِ %n مهام. أتوقفها وتُنهي البرنامج؟ لن يضيع شيء مما اكتمل.</numerusform>
            <numerusform>لم تنتهِ %n مهمة. أتوقفها وتُنهي البرنامج؟ لن يضيع شيء مما اكتمل.</numerusform>
            <numerusform>لم تنتهِ %n مهمة. أتوقفها وتُنهي البرنامج؟ لن يضيع شيء مما اكتمل.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out %1</source>
        <translation>تسجيل خروج %1</translation>
    </message>
    <message>
        <source>Sign in as somebody else …</source>
        <translation>تسجيل الدخول باسم آخر …</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>مسجّل الدخول باسم %1</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>جارٍ فتح %1 …</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Marking</name>
    <message>
        <source>Choose an interview in the Library first.</source>
        <translation>اختر أولًا مقابلة في المكتبة.</translation>
    </message>
    <message>
        <source>This interview has no recording to cut.</source>
        <translation>ليس لهذه المقابلة تسجيل يُقَصّ.</translation>
    </message>
    <message>
        <source>This recording was destroyed on request; nothing of it can be changed.</source>
        <translation>أُتلف هذا التسجيل بناءً على طلب؛ لا يمكن تغيير شيء منه.</translation>
    </message>
    <message>
        <source>Sign in to change something.</source>
        <translation>سجّل الدخول لتغيّر شيئًا.</translation>
    </message>
    <message>
        <source>%1 is no editor; only editors may change segments and clips.</source>
        <translation>ليس %1 محرّرًا؛ لا يغيّر الشرائح والمقاطع إلا المحرّرون.</translation>
    </message>
    <message>
        <source>Mark a stretch first: I where it begins, O where it ends; or choose lines or a segment.</source>
        <translation>حدّد مدى أولًا: I حيث يبدأ، O حيث ينتهي؛ أو اختر أسطرًا أو شريحة.</translation>
    </message>
    <message>
        <source>Choose a segment or a redaction to remove first.</source>
        <translation>اختر أولًا شريحة أو حجبًا لإزالته.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::NewOperator</name>
    <message>
        <source>editor: imports, cuts, reviews faces</source>
        <translation>محرّر: يستورد ويقصّ ويراجع الوجوه</translation>
    </message>
    <message>
        <source>auditor: approves or refuses what others made</source>
        <translation>مدقّق: يعتمد أو يرفض ما صنعه غيره</translation>
    </message>
    <message>
        <source>distributor: releases, takes back</source>
        <translation>موزّع: يُصدر ويسحب ما أُصدر</translation>
    </message>
    <message>
        <source>admin: adds operators; may do all</source>
        <translation>مسؤول: يضيف المشغّلين؛ ويجوز له كل شيء</translation>
    </message>
    <message>
        <source>New archive</source>
        <translation>أرشيف جديد</translation>
    </message>
    <message>
        <source>New operator</source>
        <translation>مشغّل جديد</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>اختر المجلد</translation>
    </message>
    <message>
        <source>The archive&apos;s folder</source>
        <translation>مجلد الأرشيف</translation>
    </message>
    <message>
        <source>Folder, new or empty</source>
        <translation>المجلد، جديد أو فارغ</translation>
    </message>
    <message>
        <source>a short code without a real name</source>
        <translation>رمز قصير بلا اسم حقيقي</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Passphrase of their key</source>
        <translation>عبارة المرور لمفتاحه</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>العبارة نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>What one person cuts, another approves: an archive needs an editor, an auditor and a distributor.</source>
        <translation>ما يقصّه شخص يعتمده آخر: يحتاج الأرشيف إلى محرّر ومدقّق وموزّع.</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>عبارتا المرور مختلفتان.</translation>
    </message>
    <message>
        <source>Choose a passphrase: whoever reads the key&apos;s file could sign.</source>
        <translation>اختر عبارة مرور: فمن يقرأ ملف المفتاح يمكنه أن يوقّع.</translation>
    </message>
    <message>
        <source>Choose what they may do.</source>
        <translation>اختر ما يُسمح له بفعله.</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>جارٍ العمل …</translation>
    </message>
    <message>
        <source>make the archive</source>
        <translation>إنشاء الأرشيف</translation>
    </message>
    <message>
        <source>add operator %1</source>
        <translation>إضافة المشغّل %1</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::NextStep</name>
    <message>
        <source>✕ Stops it: %1</source>
        <translation>✕ يمنعه: %1</translation>
    </message>
    <message>
        <source>✕ Before release: %1</source>
        <translation>✕ قبل الإصدار: %1</translation>
    </message>
    <message>
        <source>⚠ To be known: %1</source>
        <translation>⚠ للعلم: %1</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>إشعار</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>إغلاق هذا الإشعار</translation>
    </message>
    <message>
        <source>%1: %2 %  (Esc stops it)</source>
        <translation>%1: %2 %  (Esc يوقفه)</translation>
    </message>
    <message>
        <source>%1 …  (Esc stops it)</source>
        <translation>%1 …  (Esc يوقفه)</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::OutgoingList</name>
    <message>
        <source>Clips, those that can go out first</source>
        <translation>المقاطع، وما يمكن إصداره منها أولًا</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::OutgoingPanel</name>
    <message>
        <source>What stands in the way</source>
        <translation>ما يحول دون الإصدار</translation>
    </message>
    <message>
        <source>The folder to make</source>
        <translation>المجلد المراد إنشاؤه</translation>
    </message>
    <message>
        <source>into the archive&apos;s own releases — or a new folder elsewhere</source>
        <translation>في مجلد إصدارات الأرشيف نفسه — أو مجلد جديد في مكان آخر</translation>
    </message>
    <message>
        <source>Where …</source>
        <translation>أين …</translation>
    </message>
    <message>
        <source>Make the package in</source>
        <translation>أين تُنشأ الحزمة</translation>
    </message>
    <message>
        <source>look at %1</source>
        <translation>معاينة %1</translation>
    </message>
    <message>
        <source>Release …</source>
        <translation>إصدار …</translation>
    </message>
    <message>
        <source>Release to %1</source>
        <translation>إصدار إلى %1</translation>
    </message>
    <message>
        <source>Distributors release: sign in as one.</source>
        <translation>الإصدار للموزّعين: سجّل الدخول بصفة موزّع.</translation>
    </message>
    <message>
        <source>Choose a clip to see whether it can go out.</source>
        <translation>اختر مقطعًا لترى هل يمكن إصداره.</translation>
    </message>
    <message>
        <source>Choose where it is to go.</source>
        <translation>اختر إلى أين يُرسل.</translation>
    </message>
    <message>
        <source>… looking what stands in the way</source>
        <translation>… يجري النظر فيما يحول دون الإصدار</translation>
    </message>
    <message numerus="yes">
        <source>✕ It cannot go to %1: %n thing(s) to mend first.</source>
        <translation>
            <numerusform>✕ لا يمكن إرساله إلى %1: %n أمر يجب إصلاحه أولًا.</numerusform>
            <numerusform>✕ لا يمكن إرساله إلى %1: أمر واحد يجب إصلاحه أولًا.</numerusform>
            <numerusform>✕ لا يمكن إرساله إلى %1: أمران يجب إصلاحهما أولًا.</numerusform>
            <numerusform>✕ لا يمكن إرساله إلى %1: %n أمور يجب إصلاحها أولًا.</numerusform>
            <numerusform>✕ لا يمكن إرساله إلى %1: %n أمرًا يجب إصلاحها أولًا.</numerusform>
            <numerusform>✕ لا يمكن إرساله إلى %1: %n أمر يجب إصلاحها أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Nothing stands in the way. Distributors release: sign in as one.</source>
        <translation>✓ لا شيء يحول دون الإصدار. الإصدار للموزّعين: سجّل الدخول بصفة موزّع.</translation>
    </message>
    <message>
        <source>✓ Nothing stands in the way to %1. Files are compared with their fingerprints once more when it goes.</source>
        <translation>✓ لا شيء يحول دون الإصدار إلى %1. تُقارَن الملفات ببصماتها مرة أخرى عند الإرسال.</translation>
    </message>
    <message>
        <source>%1 went to %2.</source>
        <translation>أُرسل %1 إلى %2.</translation>
    </message>
    <message>
        <source>Mend it in Consent</source>
        <translation>أصلحه في الموافقة</translation>
    </message>
    <message>
        <source>Mend it in Faces</source>
        <translation>أصلحه في الوجوه</translation>
    </message>
    <message>
        <source>Decide it in Audit</source>
        <translation>قرّره في التدقيق</translation>
    </message>
    <message>
        <source>Mend it in Cut</source>
        <translation>أصلحه في القصّ</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>إصدار</translation>
    </message>
    <message>
        <source>Release %1 to %2?</source>
        <translation>إصدار %1 إلى %2؟</translation>
    </message>
    <message>
        <source>It went there already, on %1. </source>
        <translation>سبق أن أُرسل إلى هناك في %1. </translation>
    </message>
    <message>
        <source>What has left can be ordered down, and never called back for sure.</source>
        <translation>ما خرج يمكن الأمر بإزالته، ولا يمكن ضمان استرجاعه أبدًا.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::PartsList</name>
    <message>
        <source>Parts of the clip</source>
        <translation>أجزاء المقطع</translation>
    </message>
    <message>
        <source>Alt+Up/Down move a part, Delete removes it, Shift+I and Shift+O trim it to the playhead</source>
        <translation>ينقل Alt+Up/Down الجزء، ويزيله Delete، ويقلّمه Shift+I وShift+O حتى رأس التشغيل</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Player</name>
    <message>
        <source>Opening …</source>
        <translation>جارٍ الفتح …</translation>
    </message>
    <message>
        <source>This recording has sound only.</source>
        <translation>في هذا التسجيل صوت فقط.</translation>
    </message>
    <message>
        <source>Choose an interview.</source>
        <translation>اختر مقابلة.</translation>
    </message>
    <message>
        <source>This recording has sound only. Sign in to hear it.</source>
        <translation>في هذا التسجيل صوت فقط. سجّل الدخول لتسمعه.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::PlayerBar</name>
    <message>
        <source>Position and length</source>
        <translation>الموضع والمدة</translation>
    </message>
    <message>
        <source>Position in the recording</source>
        <translation>الموضع في التسجيل</translation>
    </message>
    <message>
        <source>Speed: J backwards, L forwards, again: faster</source>
        <translation>السرعة: J إلى الخلف، L إلى الأمام، وتكرارًا: أسرع</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>%1  (Space)</source>
        <translation>%1  (المسافة)</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>السرعة: %1</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Practice</name>
    <message>
        <source>operators</source>
        <translation>المشغّلون</translation>
    </message>
    <message>
        <source>a puppet speaks (this takes the longest)</source>
        <translation>دمية تتكلم (هذا يستغرق أطول وقت)</translation>
    </message>
    <message>
        <source>the archive</source>
        <translation>الأرشيف</translation>
    </message>
    <message>
        <source>the interview</source>
        <translation>المقابلة</translation>
    </message>
    <message>
        <source>import</source>
        <translation>الاستيراد</translation>
    </message>
    <message>
        <source>what is said</source>
        <translation>ما يُقال</translation>
    </message>
    <message>
        <source>The puppets&apos; program (counterclip-puppet) is not beside this one; build it, or make an archive of your own.</source>
        <translation>برنامج الدمى (counterclip-puppet) ليس بجانب هذا البرنامج؛ ابنِه، أو أنشئ أرشيفًا خاصًا بك.</translation>
    </message>
    <message>
        <source>%1 cannot be used: it must be new or empty.</source>
        <translation>لا يمكن استخدام %1: يجب أن يكون جديدًا أو فارغًا.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::PromiseStrip</name>
    <message>
        <source>What this person asked for; click to see it whole</source>
        <translation>ما طلبه هذا الشخص؛ انقر لتراه كاملًا</translation>
    </message>
    <message>
        <source>No interview chosen</source>
        <translation>لم تُختر مقابلة</translation>
    </message>
    <message>
        <source>No archive open</source>
        <translation>لا أرشيف مفتوح</translation>
    </message>
    <message>
        <source>consent cannot be read</source>
        <translation>تعذّرت قراءة الموافقة</translation>
    </message>
    <message numerus="yes">
        <source>%n open gap(s)</source>
        <translation>
            <numerusform>%n فجوة مفتوحة</numerusform>
            <numerusform>فجوة مفتوحة واحدة</numerusform>
            <numerusform>فجوتان مفتوحتان</numerusform>
            <numerusform>%n فجوات مفتوحة</numerusform>
            <numerusform>%n فجوة مفتوحة</numerusform>
            <numerusform>%n فجوة مفتوحة</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the machine is not sure of a face: those pictures are hidden whole until somebody looks</source>
        <translation>حيث لا تكون الآلة متيقّنة من وجه: تُخفى تلك الصور بالكامل إلى أن ينظر فيها أحد</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Rail</name>
    <message>
        <source>%1  (F%2)</source>
        <translation>%1  (F%2)</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::RefuseBox</name>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Why: who mends it must know. Without names.</source>
        <translation>السبب: يجب أن يعرفه من سيُصلح. بلا أسماء.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Refuse and sign</source>
        <translation>رفض وتوقيع</translation>
    </message>
    <message>
        <source>This is signed with your key and stays on record.</source>
        <translation>يُوقَّع هذا بمفتاحك ويبقى محفوظًا في السجل.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::RegionPencil</name>
    <message>
        <source>region: %1</source>
        <translation>المنطقة: %1</translation>
    </message>
    <message>
        <source>Drag over what is to be hidden; round the whole head for a face. Esc: not now</source>
        <translation>ارسم فوق ما يجب إخفاؤه؛ وللوجه أحِط بالرأس كله. Esc: ليس الآن</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::ReleaseRoom</name>
    <message>
        <source>CLIPS</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>WHAT STANDS IN THE WAY</source>
        <translation>ما يحول دون الإصدار</translation>
    </message>
    <message>
        <source>DESTINATIONS</source>
        <translation>الوجهات</translation>
    </message>
    <message>
        <source>LEDGER</source>
        <translation>سجل الإصدارات</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::RevisionEditor</name>
    <message>
        <source>as for everything</source>
        <translation>كما لكل الأغراض</translation>
    </message>
    <message>
        <source>What these terms are for</source>
        <translation>الغرض من هذه الشروط</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>كل الأغراض</translation>
    </message>
    <message>
        <source>research only</source>
        <translation>البحث فقط</translation>
    </message>
    <message>
        <source>training only</source>
        <translation>التدريب فقط</translation>
    </message>
    <message>
        <source>the public only</source>
        <translation>العموم فقط</translation>
    </message>
    <message>
        <source>This purpose has no terms of its own any more</source>
        <translation>لم تعد لهذا الغرض شروط خاصة</translation>
    </message>
    <message>
        <source>These terms are for</source>
        <translation>هذه الشروط من أجل</translation>
    </message>
    <message>
        <source>Why, in a sentence without names</source>
        <translation>السبب، في جملة بلا أسماء</translation>
    </message>
    <message>
        <source>why, in a sentence without names</source>
        <translation>السبب، في جملة بلا أسماء</translation>
    </message>
    <message>
        <source>Save as a new revision</source>
        <translation>حفظ كمراجعة جديدة</translation>
    </message>
    <message>
        <source>A consent cannot be undone: another revision can follow it, and both are kept.</source>
        <translation>لا يمكن التراجع عن موافقة: يمكن أن تتبعها مراجعة أخرى، وتُحفظ كلتاهما.</translation>
    </message>
    <message>
        <source>Somebody saved another revision meanwhile; what you wrote is now compared with that one.</source>
        <translation>حفظ شخص آخر مراجعة جديدة في الأثناء؛ ما كتبتَه يُقارَن الآن بتلك المراجعة.</translation>
    </message>
    <message>
        <source>Choose an interview first.</source>
        <translation>اختر مقابلة أولًا.</translation>
    </message>
    <message>
        <source>Editors write consents down: sign in as one.</source>
        <translation>تدوين الموافقات للمحرّرين: سجّل الدخول بصفة محرّر.</translation>
    </message>
    <message>
        <source>Say why, in a sentence without names.</source>
        <translation>اذكر السبب، في جملة بلا أسماء.</translation>
    </message>
    <message>
        <source>Saving would change, against revision %1:</source>
        <translation>الحفظ سيغيّر، مقارنةً بالمراجعة %1:</translation>
    </message>
    <message>
        <source>Saving would record, against what holds while nobody asked:</source>
        <translation>الحفظ سيسجّل، مقارنةً بما يسري ما دام الشخص لم يُسأل:</translation>
    </message>
    <message>
        <source>The consent of %1 is saved.</source>
        <translation>حُفظت موافقة %1.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Settings</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> دقيقة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Lock after nobody was here for</source>
        <translation>القفل بعد غياب مدته</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>The language takes effect when the program starts again.</source>
        <translation>تسري اللغة عند التشغيل التالي للبرنامج.</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>أعد التشغيل الآن</translation>
    </message>
    <message>
        <source>Opens the same archive again; you sign in anew. Jobs that run are asked about first.</source>
        <translation>يفتح الأرشيف نفسه من جديد؛ وتسجّل الدخول ثانية. يُسأل أولًا عن المهام الجارية.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::SignIn</name>
    <message>
        <source>Passphrase of your key</source>
        <translation>عبارة المرور لمفتاحك</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>عبارة المرور للخزنة</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>empty if your key has none</source>
        <translation>تُترك فارغة إن لم تكن لمفتاحك عبارة مرور</translation>
    </message>
    <message>
        <source>only if you work with names</source>
        <translation>فقط إن كنت تعمل بالأسماء</translation>
    </message>
    <message>
        <source>Nobody is an operator of this archive yet. Make one: File, New operator.</source>
        <translation>لا مشغّل لهذا الأرشيف بعد. أنشئ واحدًا: ملف، مشغّل جديد.</translation>
    </message>
    <message>
        <source>Looking at the key …</source>
        <translation>جارٍ النظر في المفتاح …</translation>
    </message>
    <message>
        <source>sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>open the vault</source>
        <translation>فتح الخزنة</translation>
    </message>
    <message>
        <source>editor</source>
        <translation>محرّر</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>مدقّق</translation>
    </message>
    <message>
        <source>distributor</source>
        <translation>موزّع</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>مسؤول</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::TagPanel</name>
    <message>
        <source>!  incriminating</source>
        <translation>!  تجريمي</translation>
    </message>
    <message>
        <source>?  identifying</source>
        <translation>?  كاشف للهوية</translation>
    </message>
    <message>
        <source>Another tag of the codebook …</source>
        <translation>وسم آخر من دليل الترميز …</translation>
    </message>
    <message>
        <source>Search a tag in the codebook</source>
        <translation>البحث عن وسم في دليل الترميز</translation>
    </message>
    <message>
        <source>Takes the marked stretch out of every clip: it could be used against somebody  (!)</source>
        <translation>يحجب المدى المحدَّد من كل مقطع: قد يُستخدم ضد أحد  (!)</translation>
    </message>
    <message>
        <source>Takes the marked stretch out of every clip: it tells who is speaking  (?)</source>
        <translation>يحجب المدى المحدَّد من كل مقطع: يدلّ على هوية المتكلم  (?)</translation>
    </message>
    <message>
        <source>Tag %1, key %2</source>
        <translation>الوسم %1، المفتاح %2</translation>
    </message>
    <message>
        <source>Mark a stretch first: I and O.</source>
        <translation>حدّد مدى أولًا: I وO.</translation>
    </message>
    <message>
        <source>Key for “%1”</source>
        <translation>مفتاح “%1”</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>Alt+%1 puts the tag of the segment chosen on this key.</source>
        <translation>يضع Alt+%1 وسم الشريحة المختارة على هذا المفتاح.</translation>
    </message>
    <message>
        <source>All keys: Ctrl+/</source>
        <translation>كل المفاتيح: Ctrl+/</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::TermsForm</name>
    <message>
        <source>Why it is dangerous</source>
        <translation>لماذا هو خطر</translation>
    </message>
    <message>
        <source>without names; for auditors only</source>
        <translation>بلا أسماء؛ للمدقّقين فقط</translation>
    </message>
    <message>
        <source>Until (last day)</source>
        <translation>حتى (آخر يوم)</translation>
    </message>
    <message>
        <source>no end — or a day such as 2027-12-31</source>
        <translation>بلا نهاية — أو يوم مثل 2027-12-31</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>anybody — or words such as researchers students</source>
        <translation>أي شخص — أو كلمات مثل researchers students</translation>
    </message>
    <message>
        <source>In which countries</source>
        <translation>في أي البلدان</translation>
    </message>
    <message>
        <source>any — or codes such as SE NO</source>
        <translation>بلا قيد — أو رموز مثل SE NO</translation>
    </message>
    <message>
        <source>In which languages</source>
        <translation>بأي اللغات</translation>
    </message>
    <message>
        <source>any — or codes such as ar en</source>
        <translation>بلا قيد — أو رموز مثل ar en</translation>
    </message>
    <message>
        <source>They …</source>
        <translation>الشخص …</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::Timeline</name>
    <message>
        <source>%1: %2, %3 to %4</source>
        <translation>%1: %2، من %3 إلى %4</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>التمرير في الزمن</translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation>تمرير الصفوف</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::TranscriptModel</name>
    <message>
        <source>▮▮▮ redacted</source>
        <translation>▮▮▮ محجوب</translation>
    </message>
    <message>
        <source>redacted</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>in part redacted</source>
        <translation>محجوب جزئيًا</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>الشريحة %1</translation>
    </message>
    <message>
        <source>segment: %1</source>
        <translation>الشريحة: %1</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::TranscriptPanel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>النص المنطوق</translation>
    </message>
    <message>
        <source>Language of the transcript</source>
        <translation>لغة النص المنطوق</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>اللغة الثانية</translation>
    </message>
    <message>
        <source>Search the transcript  (Ctrl+F)</source>
        <translation>البحث في النص المنطوق  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the transcript</source>
        <translation>البحث في النص المنطوق</translation>
    </message>
    <message>
        <source>one language</source>
        <translation>لغة واحدة</translation>
    </message>
    <message>
        <source>Nothing is recorded here.</source>
        <translation>لا شيء مسجّل هنا.</translation>
    </message>
    <message>
        <source>No transcript yet. Import one (SRT, VTT …) in the Library, and its lines stand here. You can mark and tag by time without one.</source>
        <translation>لا نص منطوق بعد. استورد واحدًا (SRT, VTT …) في المكتبة، فتظهر أسطره هنا. ويمكنك التحديد والوسم بالوقت من دونه.</translation>
    </message>
    <message>
        <source>“%1” is not said in this transcript.</source>
        <translation>لا يرد “%1” في هذا النص المنطوق.</translation>
    </message>
    <message>
        <source>Sign in to read what is said here: it can hold names.</source>
        <translation>سجّل الدخول لتقرأ ما يُقال هنا: قد يحتوي أسماء.</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::TransportRow</name>
    <message>
        <source>Marked stretch</source>
        <translation>المدى المحدَّد</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ث</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::WatchedBar</name>
    <message>
        <source>watched %1 of %2 · heard %3</source>
        <translation>شوهد %1 من %2 · سُمع %3</translation>
    </message>
    <message>
        <source>In this sitting. Heard counts only what was played with sound, at its own pace.</source>
        <translation>في هذه الجلسة. لا يُحسب مسموعًا إلا ما شُغّل بالصوت وبسرعته الأصلية.</translation>
    </message>
    <message>
        <source>this machine has no sound device</source>
        <translation>لا جهاز صوت في هذا الحاسوب</translation>
    </message>
</context>
<context>
    <name>counterclip::ui::WithdrawalDialog</name>
    <message>
        <source>Consent taken back</source>
        <translation>سُحبت الموافقة</translation>
    </message>
    <message>
        <source>What will have to come down</source>
        <translation>ما سيتعيّن إزالته من النشر</translation>
    </message>
    <message>
        <source>Why, in a sentence without names</source>
        <translation>السبب، في جملة بلا أسماء</translation>
    </message>
    <message>
        <source>why, in a sentence without names: “called on 3 March”</source>
        <translation>السبب، في جملة بلا أسماء: “اتصل في 3 مارس”</translation>
    </message>
    <message>
        <source>Record that it is taken back</source>
        <translation>تسجيل السحب</translation>
    </message>
    <message>
        <source>%1 of %2 takes their consent back.</source>
        <translation>يسحب %1 في %2 موافقته.</translation>
    </message>
    <message>
        <source>From then on nothing made from it can be rendered, approved or released. This cannot be undone: what is ordered down stays ordered down, even if they consent again.</source>
        <translation>من ذلك الحين لا يمكن إخراج أي شيء صُنع منها أو اعتماده أو إصداره. لا يمكن التراجع عن هذا: ما أُمر بإزالته من النشر يبقى كذلك، حتى لو وافق الشخص من جديد.</translation>
    </message>
    <message>
        <source>Nothing of it is out.</source>
        <translation>لم يُنشر منها شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) will have to come down:</source>
        <translation>
            <numerusform>سيتعيّن إزالة %n مادة من النشر:</numerusform>
            <numerusform>سيتعيّن إزالة مادة واحدة من النشر:</numerusform>
            <numerusform>سيتعيّن إزالة مادتين من النشر:</numerusform>
            <numerusform>سيتعيّن إزالة %n مواد من النشر:</numerusform>
            <numerusform>سيتعيّن إزالة %n مادة من النشر:</numerusform>
            <numerusform>سيتعيّن إزالة %n مادة من النشر:</numerusform>
        </translation>
    </message>
    <message>
        <source>⌂ %1 — clip %2, by %3</source>
        <translation>⌂ %1 — المقطع %2، في موعد أقصاه %3</translation>
    </message>
    <message>
        <source>▣ package of clip %1, sent to %2</source>
        <translation>▣ حزمة المقطع %1، أُرسلت إلى %2</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Interviews to clips that are safe to publish.</source>
        <translation>من المقابلات إلى مقاطع آمنة للنشر.</translation>
    </message>
    <message>
        <source>The archive&apos;s folder</source>
        <translation>مجلد الأرشيف</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>ألوان فاتحة</translation>
    </message>
    <message>
        <source>Of the window: en, ar</source>
        <translation>لغة النافذة: en, ar</translation>
    </message>
</context>
</TS>
