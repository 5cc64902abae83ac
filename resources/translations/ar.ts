<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AudioBar</name>
    <message>
        <source>Position</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>إيقاف الاستماع</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>استماع</translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation>{now} من {all}</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Saving your story…</source>
        <translation>يجري حفظ قصتك…</translation>
    </message>
    <message>
        <source>Send my story</source>
        <translation>إرسال قصتي</translation>
    </message>
    <message>
        <source>The public will hear nothing. You ticked no place.</source>
        <translation>لن يسمع الجمهور شيئًا. لا علامة على أي مكان.</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>إيقاف الاستماع</translation>
    </message>
    <message>
        <source>Hear what the public hears</source>
        <translation>سماع ما سيسمعه الجمهور</translation>
    </message>
    <message>
        <source>The public will not hear your recording. Someone else reads your words.</source>
        <translation>لن يسمع الجمهور تسجيلك. شخص آخر يقرأ كلماتك.</translation>
    </message>
    <message>
        <source>The public will hear nothing. They read your words.</source>
        <translation>لن يسمع الجمهور شيئًا، بل يقرأ كلماتك.</translation>
    </message>
    <message>
        <source>The public will hear nothing. Your story stays in the archive.</source>
        <translation>لن يسمع الجمهور شيئًا. تبقى قصتك في الأرشيف.</translation>
    </message>
    <message>
        <source>There is nothing to hear yet.</source>
        <translation>لا شيء للاستماع إليه بعد.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>How this looks</source>
        <translation>شكل الشاشة</translation>
    </message>
    <message>
        <source>How big the words are</source>
        <translation>حجم الكلمات</translation>
    </message>
    <message>
        <source>Stronger colours</source>
        <translation>ألوان أقوى</translation>
    </message>
    <message>
        <source>Dark words on white, and thick lines.</source>
        <translation>كلمات داكنة على الأبيض، وخطوط سميكة.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>حركة أقل</translation>
    </message>
    <message>
        <source>Pictures on the screen stand still.</source>
        <translation>الصور على الشاشة ثابتة.</translation>
    </message>
    <message>
        <source>Size {number}</source>
        <translation>الحجم {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This device cannot save or read unfinished stories. Please call staff.</source>
        <translation>لا يستطيع هذا الجهاز حفظ القصص غير المكتملة أو قراءتها. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
        <translation>لا يستطيع هذا الجهاز حماية القصص غير المكتملة الآن. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>The archive&apos;s key on this device is damaged. Please call staff.</source>
        <translation>مفتاح الأرشيف على هذا الجهاز تالف. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This code is not complete or has a typing mistake. It has 16 digits.</source>
        <translation>هذا الرمز غير مكتمل أو فيه خطأ في الكتابة. يتكون من 16 رقمًا.</translation>
    </message>
    <message>
        <source>This device is full. What you have said so far is safe. Please call staff.</source>
        <translation>امتلأ هذا الجهاز. ما قلته حتى الآن محفوظ. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. What you have said so far is safe. Please call staff.</source>
        <translation>قرص هذا الجهاز لا يعمل كما يجب. ما قلته حتى الآن محفوظ. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>A part of this story cannot be read. Please call staff.</source>
        <translation>تعذرت قراءة جزء من هذه القصة. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This passphrase is not right.</source>
        <translation>عبارة المرور هذه غير صحيحة.</translation>
    </message>
    <message>
        <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
        <translation>انقطع الميكروفون. ما قلته حتى الآن محفوظ. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This device has changed to another microphone. What you have said so far is safe. Please call staff.</source>
        <translation>انتقل هذا الجهاز إلى ميكروفون آخر. ما قلته حتى الآن محفوظ. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
        <translation>الميكروفون المختار غير موصول. يلزم توصيله، أو يختار الفريق غيره.</translation>
    </message>
    <message>
        <source>This device has no microphone. Please connect one, or call staff.</source>
        <translation>لا ميكروفون في هذا الجهاز. يلزم توصيل واحد أو طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
        <translation>تعذر تشغيل الميكروفون. ربما يستخدمه برنامج آخر، أو الوصول إليه غير مسموح.</translation>
    </message>
    <message>
        <source>The microphones of this device cannot be listed. Please call staff.</source>
        <translation>تعذرت معرفة ميكروفونات هذا الجهاز. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>Recording has stopped working. Please call staff.</source>
        <translation>توقف التسجيل عن العمل. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>The loudspeaker of this device cannot be used. Please call staff.</source>
        <translation>مكبر الصوت في هذا الجهاز غير متاح. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This page cannot be read aloud just now.</source>
        <translation>تعذرت قراءة هذه الصفحة بصوت عالٍ الآن.</translation>
    </message>
    <message>
        <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
        <translation>تعذر تجهيز الصوت. لم يضع شيء. يمكنك المحاولة من جديد أو طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation>هذا الملف فارغ. يمكنك اختيار ملف آخر.</translation>
    </message>
    <message>
        <source>This file is too large for a photo. Please choose another one.</source>
        <translation>هذا الملف أكبر من أن يكون صورة. يمكنك اختيار ملف آخر.</translation>
    </message>
    <message>
        <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
        <translation>هذه ليست صورة يمكن أخذها. تنتهي أسماء الصور بـ JPG أو PNG أو WebP أو HEIC.</translation>
    </message>
    <message>
        <source>This picture is larger than we can take. Please choose a smaller one.</source>
        <translation>هذه الصورة أكبر مما يمكن أخذه. يمكنك اختيار صورة أصغر.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be opened. Please choose another one.</source>
        <translation>هذه الصورة تالفة ولا تُفتح. يمكنك اختيار صورة أخرى.</translation>
    </message>
    <message>
        <source>This photo took too long to open. Please choose another one.</source>
        <translation>استغرق فتح هذه الصورة وقتًا طويلًا. يمكنك اختيار صورة أخرى.</translation>
    </message>
    <message>
        <source>Photos cannot be opened on this device just now. Please call staff.</source>
        <translation>تعذر فتح الصور على هذا الجهاز الآن. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick or phone still connected?</source>
        <translation>تعذرت قراءة هذا الملف. هل ما زالت الذاكرة أو الهاتف موصولًا؟</translation>
    </message>
    <message>
        <source>Too many codes were typed here. Please try again in an hour.</source>
        <translation>أُدخلت هنا رموز كثيرة جدًا. يمكنك المحاولة من جديد بعد ساعة.</translation>
    </message>
    <message>
        <source>Your story will not be sent, but this device could not erase it yet. Please call staff.</source>
        <translation>لن تُرسل قصتك، لكن هذا الجهاز لم يستطع حذفها بعد. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Please call staff.</source>
        <translation>هذا الجهاز غير مرتبط بأرشيف بعد. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>Connecting to the archive did not work. Please try again.</source>
        <translation>لم ينجح الربط بالأرشيف. يمكنك المحاولة من جديد.</translation>
    </message>
    <message>
        <source>This is not an enrolment code. It begins with IDR1-.</source>
        <translation>هذا ليس رمز تسجيل. يبدأ الرمز بـ ‎IDR1-‎.</translation>
    </message>
    <message>
        <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
        <translation>في رمز التسجيل هذا خطأ. يرجى نسخه مرة أخرى من الأرشيف.</translation>
    </message>
    <message>
        <source>This enrolment code was used before. Ask the archive for a new one.</source>
        <translation>استُخدم رمز التسجيل هذا من قبل. يرجى طلب رمز جديد من الأرشيف.</translation>
    </message>
    <message>
        <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
        <translation>انتهت صلاحية رمز التسجيل هذا. يرجى طلب رمز جديد من الأرشيف.</translation>
    </message>
    <message>
        <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
        <translation>ما زالت هنا قصص تنتظر الأرشيف السابق لهذا الجهاز. يجب إرسالها أولًا.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. Please call staff.</source>
        <translation>قرص هذا الجهاز لا يعمل كما يجب. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>The settings of this device cannot be written.</source>
        <translation>تعذرت كتابة إعدادات هذا الجهاز.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>غير مختار</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>There is no room for more stories. Send what waits, or free some space.</source>
        <translation>لا مكان لقصص أخرى. يلزم إرسال ما ينتظر أو إخلاء بعض المساحة.</translation>
    </message>
    <message>
        <source>There is room for about {hours} more hours of sound.</source>
        <translation>يتسع المكان لنحو {hours} من ساعات الصوت فقط.</translation>
    </message>
    <message>
        <source>There is room for about {hours} hours of sound.</source>
        <translation>يتسع المكان لنحو {hours} من ساعات الصوت.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check the system&apos;s settings.</source>
        <translation>لم يُعثر على ميكروفون. يلزم توصيل واحد أو مراجعة إعدادات النظام.</translation>
    </message>
    <message>
        <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
        <translation>الميكروفون المختار غير موصول. يلزم توصيله أو اختيار غيره.</translation>
    </message>
    <message>
        <source>The microphone is turned off in the system&apos;s settings. Turn it on there.</source>
        <translation>الميكروفون مغلق في إعدادات النظام. يلزم تشغيله من هناك.</translation>
    </message>
    <message>
        <source>A microphone is ready.</source>
        <translation>الميكروفون جاهز.</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
        <translation>لم يُعثر على مكبر صوت. لا يمكن لأحد الاستماع إلى صفحة أو إجابة.</translation>
    </message>
    <message>
        <source>A loudspeaker is ready.</source>
        <translation>مكبر الصوت جاهز.</translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it in the system&apos;s settings.</source>
        <translation>تاريخ هذا الجهاز خاطئ. يلزم ضبطه في إعدادات النظام.</translation>
    </message>
    <message>
        <source>The date looks right.</source>
        <translation>التاريخ يبدو صحيحًا.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used. A story cut short by a crash is lost then.</source>
        <translation>مخزن المفاتيح في النظام غير متاح. عندها تضيع قصة يقطعها عطل.</translation>
    </message>
    <message>
        <source>The system&apos;s key store works.</source>
        <translation>مخزن المفاتيح في النظام يعمل.</translation>
    </message>
    <message>
        <source>No staff passphrase was chosen. A story cut short by a crash is lost then.</source>
        <translation>لم تُختر عبارة مرور للفريق. عندها تضيع قصة يقطعها عطل.</translation>
    </message>
    <message>
        <source>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</source>
        <translation>لم تُدخل عبارة مرور الفريق بعد. وحتى ذلك الحين يُضيع العطل القصة غير المكتملة.</translation>
    </message>
    <message>
        <source>The staff passphrase was typed. Unfinished stories survive a crash.</source>
        <translation>أُدخلت عبارة مرور الفريق. لا تضيع القصص غير المكتملة بسبب عطل.</translation>
    </message>
    <message>
        <source>Please check that the system protects its disk with a password.</source>
        <translation>يرجى التأكد من أن النظام يحمي قرصه بكلمة مرور.</translation>
    </message>
    <message>
        <source>The system&apos;s disk is not protected. Whoever takes this device could find traces.</source>
        <translation>قرص النظام غير محمي. من يأخذ هذا الجهاز قد يجد آثارًا.</translation>
    </message>
    <message>
        <source>The system protects its disk.</source>
        <translation>النظام يحمي قرصه.</translation>
    </message>
    <message>
        <source>The system may write its memory to the disk. Turn off its swap space.</source>
        <translation>قد يكتب النظام ذاكرته على القرص. يلزم إيقاف مساحة التبديل (swap).</translation>
    </message>
    <message>
        <source>The system may save its memory when it sleeps. Turn off hibernation.</source>
        <translation>قد يحفظ النظام ذاكرته عند السكون. يلزم إيقاف السبات.</translation>
    </message>
    <message>
        <source>This device may fall asleep while somebody speaks. Switch off its sleep in the system&apos;s settings.</source>
        <translation>قد يدخل هذا الجهاز في وضع السكون أثناء حديث شخص. يلزم إيقاف السكون في إعدادات النظام.</translation>
    </message>
    <message>
        <source>This device stays awake while somebody speaks.</source>
        <translation>لا يدخل هذا الجهاز في وضع السكون أثناء حديث شخص.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
        <translation>هذا الجهاز غير مرتبط بأرشيف بعد. يلزم إدخال رمز التسجيل.</translation>
    </message>
    <message>
        <source>This device knows its archive.</source>
        <translation>هذا الجهاز يعرف أرشيفه.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running. Close this program and start it again.</source>
        <translation>الجزء الذي يرسل القصص لا يعمل. يلزم إغلاق البرنامج وتشغيله من جديد.</translation>
    </message>
    <message>
        <source>The part that sends stories is running.</source>
        <translation>الجزء الذي يرسل القصص يعمل.</translation>
    </message>
    <message>
        <source>Recordings of the voice that cannot be used: {count}.</source>
        <translation>تسجيلات الصوت غير القابلة للاستخدام: {count}.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Your language</source>
        <translation>لغتك</translation>
    </message>
    <message>
        <source>A safe way to reach you</source>
        <translation>طريقة آمنة للوصول إليك</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>أي شيء آخر</translation>
    </message>
</context>
<context>
    <name>HowTo</name>
    <message>
        <source>How this works</source>
        <translation>كيف يعمل هذا</translation>
    </message>
    <message>
        <source>You answer one question at a time. You can go back at any time.</source>
        <translation>سؤال واحد في كل مرة. ويمكنك الرجوع في أي وقت.</translation>
    </message>
    <message>
        <source>Listen reads the page aloud. Text size makes the words bigger.</source>
        <translation>زر «استماع» يقرأ الصفحة بصوت عالٍ. وزر «حجم النص» يكبّر الكلمات.</translation>
    </message>
    <message>
        <source>With the red button you start and stop recording.</source>
        <translation>الزر الأحمر يبدأ التسجيل ويوقفه.</translation>
    </message>
    <message>
        <source>Nothing leaves this device until you press Send my story.</source>
        <translation>لا يغادر شيء هذا الجهاز قبل الضغط على «إرسال قصتي».</translation>
    </message>
    <message>
        <source>Stop and leave deletes everything you have said here.</source>
        <translation>زر «توقف ومغادرة» يحذف كل ما قلته هنا.</translation>
    </message>
    <message>
        <source>If you are not sure, ask the people who invited you.</source>
        <translation>عند الشك، يمكنك سؤال من دعاك إلى هنا.</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>I am here</source>
        <translation>أنا هنا</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <translation>اختيار اللغة</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>Delete and leave</source>
        <translation>حذف ومغادرة</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>بقاء</translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Record 3 seconds</source>
        <translation>تسجيل 3 ثوانٍ</translation>
    </message>
    <message>
        <source>I can hear myself</source>
        <translation>أسمع نفسي</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>مستوى الميكروفون</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>لحظة، يجري تشغيل الميكروفون.</translation>
    </message>
    <message>
        <source>No microphone now. You can go on and try again at the first question.</source>
        <translation>لا ميكروفون الآن. يمكنك المتابعة والمحاولة من جديد عند السؤال الأول.</translation>
    </message>
    <message>
        <source>The microphone is switched off or blocked. Please call staff.</source>
        <translation>الميكروفون مغلق أو محجوب. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>The microphone is turned off in this device&apos;s settings. Please call staff.</source>
        <translation>الميكروفون مغلق في إعدادات هذا الجهاز. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>We hear a steady noise and no voice yet. Say a few words, or call staff.</source>
        <translation>نسمع ضجيجًا مستمرًا ولا نسمع كلامًا بعد. تكفي بضع كلمات، أو طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>We hear nothing yet. Please say a few words.</source>
        <translation>لا نسمع شيئًا بعد. تكفي بضع كلمات.</translation>
    </message>
    <message>
        <source>That is very quiet. Please come closer or speak up.</source>
        <translation>الصوت منخفض جدًا. يفضل الاقتراب أو رفع الصوت.</translation>
    </message>
    <message>
        <source>That is too loud. Please move back a little.</source>
        <translation>الصوت عالٍ جدًا. يفضل الابتعاد قليلًا.</translation>
    </message>
    <message>
        <source>We hear you well.</source>
        <translation>نسمعك جيدًا.</translation>
    </message>
    <message>
        <source>They can choose another microphone.</source>
        <translation>يستطيع الفريق اختيار ميكروفون آخر.</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>الاسم الآخر</translation>
    </message>
</context>
<context>
    <name>NameCheck</name>
    <message>
        <source>You marked a name in this answer. Listen, then choose what to do.</source>
        <translation>في هذه الإجابة اسم عليه علامة. يمكنك الاستماع، ثم اختيار ما يناسبك.</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>بداية الاسم</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>نهاية الاسم</translation>
    </message>
    <message>
        <source>Undo the cut</source>
        <translation>إلغاء القص</translation>
    </message>
    <message>
        <source>The part is cut out. Listen again to be sure.</source>
        <translation>تم قص هذا الجزء. يمكنك الاستماع مرة أخرى للتأكد.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Cut a name out</source>
        <translation>قص اسم</translation>
    </message>
    <message>
        <source>Name {number} of {all}: from {start} to {end}.</source>
        <translation>الاسم {number} من {all}: من {start} إلى {end}.</translation>
    </message>
    <message>
        <source>Listen. When you hear a name, press the flag.</source>
        <translation>عند سماع اسم أثناء الاستماع، يكفي الضغط على العلم.</translation>
    </message>
    <message>
        <source>No name here</source>
        <translation>لا اسم هنا</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>الاسم التالي</translation>
    </message>
    <message>
        <source>Begins earlier</source>
        <translation>تبكير البداية</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>تأخير البداية</translation>
    </message>
    <message>
        <source>Ends earlier</source>
        <translation>تبكير النهاية</translation>
    </message>
    <message>
        <source>Ends later</source>
        <translation>تأخير النهاية</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>saved here</source>
        <translation>محفوظة هنا</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسلت</translation>
    </message>
    <message>
        <source>the archive has it</source>
        <translation>وصلت إلى الأرشيف</translation>
    </message>
    <message>
        <source>Set aside: {count}. {reason}</source>
        <translation>وُضعت جانبًا: {count}. {reason}</translation>
    </message>
    <message>
        <source>Nothing has to be done. It goes on by itself.</source>
        <translation>لا يلزم فعل أي شيء. يتواصل ذلك تلقائيًا.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n hour(s).</source>
        <translation>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو %n ساعة.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو ساعة.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو ساعتين.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو %n ساعات.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو %n ساعة.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو %n ساعة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>بقي نحو %n يوم</numerusform>
            <numerusform>بقي نحو يوم</numerusform>
            <numerusform>بقي نحو يومين</numerusform>
            <numerusform>بقي نحو %n أيام</numerusform>
            <numerusform>بقي نحو %n يومًا</numerusform>
            <numerusform>بقي نحو %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>{stick} ({amount} free)</source>
        <translation>{stick} (المساحة الحرة: {amount})</translation>
    </message>
    <message>
        <source>Requests to take stories back are copied. You can pull the stick out now.</source>
        <translation>نُسخت طلبات سحب القصص. يمكن الآن سحب الذاكرة.</translation>
    </message>
    <message>
        <source>A saved story could not be copied. The disk may be broken.</source>
        <translation>تعذّر نسخ قصة محفوظة. قد يكون القرص معطلًا.</translation>
    </message>
    <message>
        <source>What was copied also stays here until the archive has signed for it.</source>
        <translation>ما نُسخ يبقى هنا أيضًا حتى يوقّع الأرشيف على استلامه.</translation>
    </message>
    <message>
        <source>It tries again by itself in less than a minute.</source>
        <translation>ستتكرر المحاولة تلقائيًا بعد أقل من دقيقة.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n minute(s).</source>
        <translation>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو %n دقيقة.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو دقيقة.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو دقيقتين.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو %n دقائق.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو %n دقيقة.</numerusform>
            <numerusform>ستتكرر المحاولة تلقائيًا بعد نحو %n دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>بقي أقل من دقيقة</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>بقي نحو %n دقيقة</numerusform>
            <numerusform>بقيت نحو دقيقة</numerusform>
            <numerusform>بقيت نحو دقيقتين</numerusform>
            <numerusform>بقي نحو %n دقائق</numerusform>
            <numerusform>بقي نحو %n دقيقة</numerusform>
            <numerusform>بقي نحو %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>بقي نحو %n ساعة</numerusform>
            <numerusform>بقيت نحو ساعة</numerusform>
            <numerusform>بقيت نحو ساعتين</numerusform>
            <numerusform>بقي نحو %n ساعات</numerusform>
            <numerusform>بقي نحو %n ساعة</numerusform>
            <numerusform>بقي نحو %n ساعة</numerusform>
        </translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>وُضعت جانبًا</translation>
    </message>
    <message>
        <source>{sent} of {size}</source>
        <translation>{sent} من {size}</translation>
    </message>
    <message>
        <source>copied to a stick on {day}</source>
        <translation>نُسخت إلى ذاكرة في {day}</translation>
    </message>
    <message>
        <source>Still to be sent: {amount}.</source>
        <translation>ما زال ينتظر الإرسال: {amount}.</translation>
    </message>
    <message numerus="yes">
        <source>%n story(s) copied. You can pull the stick out now.</source>
        <translation>
            <numerusform>نُسخت %n قصة. يمكن الآن سحب الذاكرة.</numerusform>
            <numerusform>نُسخت قصة واحدة. يمكن الآن سحب الذاكرة.</numerusform>
            <numerusform>نُسخت قصتان. يمكن الآن سحب الذاكرة.</numerusform>
            <numerusform>نُسخت %n قصص. يمكن الآن سحب الذاكرة.</numerusform>
            <numerusform>نُسخت %n قصة. يمكن الآن سحب الذاكرة.</numerusform>
            <numerusform>نُسخت %n قصة. يمكن الآن سحب الذاكرة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are not genuine. Nothing was erased for them.</source>
        <translation>
            <numerusform>%n إيصال غير صحيح. لم يُمحَ شيء بسببه.</numerusform>
            <numerusform>إيصال واحد غير صحيح. لم يُمحَ شيء بسببه.</numerusform>
            <numerusform>إيصالان غير صحيحين. لم يُمحَ شيء بسببهما.</numerusform>
            <numerusform>%n إيصالات غير صحيحة. لم يُمحَ شيء بسببها.</numerusform>
            <numerusform>%n إيصالًا غير صحيح. لم يُمحَ شيء بسببها.</numerusform>
            <numerusform>%n إيصال غير صحيح. لم يُمحَ شيء بسببها.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can pull the stick out now.</source>
        <translation>يمكن الآن سحب الذاكرة.</translation>
    </message>
    <message>
        <source>What this device knows of its archive is damaged.</source>
        <translation>ما يعرفه هذا الجهاز عن أرشيفه تالف.</translation>
    </message>
    <message>
        <source>Ask the archive&apos;s people for a new code, and connect again.</source>
        <translation>يلزم طلب رمز جديد من العاملين في الأرشيف والربط من جديد.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet.</source>
        <translation>هذا الجهاز غير مرتبط بأرشيف بعد.</translation>
    </message>
    <message>
        <source>Enter an enrolment code first. Until then stories are kept here.</source>
        <translation>يلزم أولًا إدخال رمز التسجيل. حتى ذلك الحين تبقى القصص هنا.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running.</source>
        <translation>الجزء الذي يرسل القصص لا يعمل.</translation>
    </message>
    <message>
        <source>Close this program and start it again.</source>
        <translation>يلزم إغلاق البرنامج وتشغيله من جديد.</translation>
    </message>
    <message>
        <source>Story {number}: {state}</source>
        <translation>القصة {number}: {state}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of one line</comment>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to take a story back still wait.</source>
        <translation>
            <numerusform>ما زال %n طلب لسحب قصة ينتظر.</numerusform>
            <numerusform>ما زال طلب واحد لسحب قصة ينتظر.</numerusform>
            <numerusform>ما زال طلبان لسحب قصة ينتظران.</numerusform>
            <numerusform>ما زالت %n طلبات لسحب قصة تنتظر.</numerusform>
            <numerusform>ما زال %n طلبًا لسحب قصة ينتظر.</numerusform>
            <numerusform>ما زال %n طلب لسحب قصة ينتظر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive has signed for %n more part(s) of stories.</source>
        <translation>
            <numerusform>وقّع الأرشيف على استلام %n جزء آخر من القصص.</numerusform>
            <numerusform>وقّع الأرشيف على استلام جزء آخر من القصص.</numerusform>
            <numerusform>وقّع الأرشيف على استلام جزأين آخرين من القصص.</numerusform>
            <numerusform>وقّع الأرشيف على استلام %n أجزاء أخرى من القصص.</numerusform>
            <numerusform>وقّع الأرشيف على استلام %n جزءًا آخر من القصص.</numerusform>
            <numerusform>وقّع الأرشيف على استلام %n جزء آخر من القصص.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are for another device, and were left alone.</source>
        <translation>
            <numerusform>%n إيصال لجهاز آخر، وقد تُرك كما هو.</numerusform>
            <numerusform>إيصال واحد لجهاز آخر، وقد تُرك كما هو.</numerusform>
            <numerusform>إيصالان لجهاز آخر، وقد تُركا كما هما.</numerusform>
            <numerusform>%n إيصالات لجهاز آخر، وقد تُركت كما هي.</numerusform>
            <numerusform>%n إيصالًا لجهاز آخر، وقد تُركت كما هي.</numerusform>
            <numerusform>%n إيصال لجهاز آخر، وقد تُركت كما هي.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people.</source>
        <translation>يلزم إخبار العاملين في الأرشيف.</translation>
    </message>
    <message>
        <source>The archive has not been asked yet.</source>
        <translation>لم يُسأل الأرشيف بعد.</translation>
    </message>
    <message>
        <source>The archive answers.</source>
        <translation>الأرشيف يجيب.</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>لا يمكن الوصول إلى الأرشيف.</translation>
    </message>
    <message>
        <source>Check the internet of this device. A stick works without it.</source>
        <translation>يلزم التحقق من الإنترنت في هذا الجهاز. الذاكرة تعمل بدونه.</translation>
    </message>
    <message>
        <source>This network asks you to log in first.</source>
        <translation>تطلب هذه الشبكة تسجيل الدخول أولًا.</translation>
    </message>
    <message>
        <source>Open a web page, log in there, then press Send now.</source>
        <translation>يلزم فتح صفحة ويب وتسجيل الدخول فيها، ثم الضغط على «إرسال الآن».</translation>
    </message>
    <message>
        <source>Somebody on this network reads along. So nothing is sent here.</source>
        <translation>هناك من يقرأ ما يمر في هذه الشبكة. لذلك لا يُرسل منها شيء.</translation>
    </message>
    <message>
        <source>Use another network, such as that of a phone.</source>
        <translation>يلزم استعمال شبكة أخرى، مثل شبكة هاتف.</translation>
    </message>
    <message>
        <source>The date of this device is wrong.</source>
        <translation>تاريخ هذا الجهاز خاطئ.</translation>
    </message>
    <message>
        <source>Set it in the system&apos;s settings, then press Send now.</source>
        <translation>يلزم ضبطه في إعدادات النظام، ثم الضغط على «إرسال الآن».</translation>
    </message>
    <message>
        <source>The archive does not recognise this device any more.</source>
        <translation>لم يعد الأرشيف يعرف هذا الجهاز.</translation>
    </message>
    <message>
        <source>Ask its people for a new code, and connect again.</source>
        <translation>يلزم طلب رمز جديد من العاملين فيه والربط من جديد.</translation>
    </message>
    <message>
        <source>The archive has ended the connection with this device.</source>
        <translation>أنهى الأرشيف ارتباطه بهذا الجهاز.</translation>
    </message>
    <message>
        <source>Ask its people why. A new code connects it again.</source>
        <translation>يلزم سؤال العاملين فيه عن السبب. رمز جديد يعيد الربط.</translation>
    </message>
    <message>
        <source>The archive has no room at the moment.</source>
        <translation>لا مكان في الأرشيف حاليًا.</translation>
    </message>
    <message>
        <source>Tell its people. The stories stay safe here, and go later.</source>
        <translation>يلزم إخبار العاملين فيه. القصص محفوظة هنا وستُرسل لاحقًا.</translation>
    </message>
    <message>
        <source>The archive has too much to do at the moment.</source>
        <translation>الأرشيف مشغول جدًا حاليًا.</translation>
    </message>
    <message>
        <source>The archive takes no more from this device for now.</source>
        <translation>لا يستقبل الأرشيف المزيد من هذا الجهاز الآن.</translation>
    </message>
    <message>
        <source>It goes on by itself later. The archive&apos;s people can allow more.</source>
        <translation>سيتواصل ذلك لاحقًا تلقائيًا. يمكن للعاملين في الأرشيف السماح بالمزيد.</translation>
    </message>
    <message>
        <source>Use a free network, or press Send now to send it anyway.</source>
        <translation>يلزم استعمال شبكة مجانية، أو الضغط على «إرسال الآن» رغم ذلك.</translation>
    </message>
    <message>
        <source>The archive gives answers that this program does not understand.</source>
        <translation>يرد الأرشيف بإجابات لا يفهمها هذا البرنامج.</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people. This program may be too old.</source>
        <translation>يلزم إخبار العاملين في الأرشيف. قد يكون هذا البرنامج قديمًا جدًا.</translation>
    </message>
    <message>
        <source>The address of the archive cannot be used.</source>
        <translation>لا يمكن استعمال عنوان الأرشيف.</translation>
    </message>
    <message>
        <source>the archive can listen to it already</source>
        <translation>يمكن للأرشيف سماعها منذ الآن</translation>
    </message>
    <message>
        <source>Nothing can be written to this stick. Is its lock on?</source>
        <translation>لا يمكن الكتابة على هذه الذاكرة. هل قفلها مفعّل؟</translation>
    </message>
    <message>
        <source>This stick cannot be read. Use another one.</source>
        <translation>لا يمكن قراءة هذه الذاكرة. يلزم استعمال ذاكرة أخرى.</translation>
    </message>
    <message>
        <source>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</source>
        <translation>قصة أكبر مما يسمح به تنسيق هذه الذاكرة. يلزم استعمال ذاكرة بتنسيق exFAT.</translation>
    </message>
    <message>
        <source>Something on this stick is not a plain file. Use another stick.</source>
        <translation>في هذه الذاكرة شيء ليس ملفًا عاديًا. يلزم استعمال ذاكرة أخرى.</translation>
    </message>
    <message>
        <source>There is no receipt on this stick. The archive has to read it first.</source>
        <translation>لا إيصال في هذه الذاكرة. على الأرشيف قراءتها أولًا.</translation>
    </message>
    <message>
        <source>A stick is being read or written already. Wait until that is done.</source>
        <translation>تجري قراءة ذاكرة أو الكتابة عليها بالفعل. يلزم انتظار انتهاء ذلك.</translation>
    </message>
    <message>
        <source>There is nothing to copy. The archive has every story.</source>
        <translation>لا شيء للنسخ. كل القصص لدى الأرشيف.</translation>
    </message>
    <message>
        <source>Copying was stopped. What is on the stick is not complete.</source>
        <translation>أُوقف النسخ. ما في الذاكرة غير كامل.</translation>
    </message>
    <message>
        <source>The stick could not be read or written. Please try again.</source>
        <translation>تعذّرت قراءة الذاكرة أو الكتابة عليها. يلزم تكرار المحاولة.</translation>
    </message>
    <message>
        <source>Nothing is new: these receipts were read before.</source>
        <translation>لا جديد: قُرئت هذه الإيصالات من قبل.</translation>
    </message>
    <message>
        <source>There is no receipt for this device on the stick.</source>
        <translation>لا إيصال لهذا الجهاز في الذاكرة.</translation>
    </message>
    <message>
        <source>A saved story is missing from this device. Tell the archive&apos;s people.</source>
        <translation>قصة محفوظة مفقودة من هذا الجهاز. يلزم إخبار العاملين في الأرشيف.</translation>
    </message>
    <message>
        <source>A saved story cannot be read. The disk may be broken.</source>
        <translation>تعذرت قراءة قصة محفوظة. ربما القرص معطوب.</translation>
    </message>
    <message>
        <source>To save money, the rest waits.</source>
        <translation>لتوفير المال، ينتظر الباقي.</translation>
    </message>
    <message>
        <source>The stick is full. Copy the rest to another one.</source>
        <translation>الذاكرة ممتلئة. يلزم نسخ الباقي إلى ذاكرة أخرى.</translation>
    </message>
    <message>
        <source>The stick is gone. Plug it in and start again: it goes on where it stopped.</source>
        <translation>لم تعد الذاكرة موصولة. يلزم توصيلها والبدء من جديد: يتواصل النسخ من حيث توقف.</translation>
    </message>
    <message>
        <source>The archive does not take a story. Copy it to a stick and tell its people.</source>
        <translation>لا يقبل الأرشيف قصة. يلزم نسخها إلى ذاكرة وإخبار العاملين فيه.</translation>
    </message>
    <message>
        <source>The archive&apos;s receipt is not genuine, so nothing is erased. Tell its people.</source>
        <translation>إيصال الأرشيف غير صحيح، فلا يُمحى شيء. يلزم إخبار العاملين فيه.</translation>
    </message>
    <message>
        <source>A story arrives damaged each time. Copy it to a stick.</source>
        <translation>تصل قصة تالفة كل مرة. يلزم نسخها إلى ذاكرة.</translation>
    </message>
    <message>
        <source>A saved story is not as it was. The disk may be broken.</source>
        <translation>قصة محفوظة ليست كما كانت. ربما القرص معطوب.</translation>
    </message>
    <message>
        <source>Something is not right. Tell the archive&apos;s people: {reason}</source>
        <translation>هناك خلل. يلزم إخبار العاملين في الأرشيف: {reason}</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Words for this photo</source>
        <translation>كلمات لهذه الصورة</translation>
    </message>
    <message>
        <source>Leave out names that nobody should know.</source>
        <translation>الأفضل ألا تُكتب أسماء يجب ألا يعرفها أحد.</translation>
    </message>
    <message>
        <source>Earlier photos</source>
        <translation>الصور السابقة</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>صور أخرى</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>يجري البحث عن صور…</translation>
    </message>
    <message>
        <source>Not a photo</source>
        <translation>ليست صورة</translation>
    </message>
    <message>
        <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
        <translation>يلزم توصيل ذاكرة أو هاتف، ثم لمس «إضافة صورة» من جديد.</translation>
    </message>
    <message>
        <source>Touch a photo to add it.</source>
        <translation>لمس الصورة يضيفها.</translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation>لا توجد صور هنا.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة</translation>
    </message>
    <message>
        <source>Prepared photos</source>
        <translation>صور جاهزة</translation>
    </message>
    <message>
        <source>Add photo {number}</source>
        <translation>إضافة الصورة {number}</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>إضافة صورة</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>Cover something</source>
        <translation>تغطية شيء</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>إضافة كلمات</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Cover for good</source>
        <translation>تغطية نهائية</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
        <translation>صورة للتغطية: التحريك بالأسهم، والحجم بمفتاح Shift مع الأسهم، والتغطية بمفتاح Enter</translation>
    </message>
    <message>
        <source>What should nobody see?</source>
        <translation>ما الذي يجب ألا يراه أحد؟</translation>
    </message>
    <message>
        <source>Draw over faces and signs. What you cover is gone for good.</source>
        <translation>يمكنك الرسم فوق الوجوه واللافتات. وما يُغطى يزول نهائيًا.</translation>
    </message>
    <message>
        <source>Choose your photos</source>
        <translation>اختيار الصور</translation>
    </message>
    <message>
        <source>{count} of {most} photos</source>
        <translation>{count} من {most} صور</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>الصورة {number}</translation>
    </message>
    <message>
        <source>What does this photo show?</source>
        <translation>ماذا تُظهر هذه الصورة؟</translation>
    </message>
    <message>
        <source>You can leave this empty. The words are seen wherever the photo is seen.</source>
        <translation>يمكنك ترك هذا فارغًا. تظهر الكلمات أينما تظهر الصورة.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>I said a name</source>
        <translation>ذكرت اسمًا</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>التسجيل من جديد</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>تخطي هذا السؤال</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please try again.</source>
        <translation>لم يُسجل شيء. يمكنك المحاولة من جديد.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>الاحتفاظ بهذا</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>الاحتفاظ بالقديم</translation>
    </message>
    <message>
        <source>Picture of your voice</source>
        <translation>صورة صوتك</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>إيقاف التسجيل</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>بدء التسجيل</translation>
    </message>
    <message numerus="yes">
        <source>Marked. Names marked so far: %n</source>
        <translation>
            <numerusform>وُضعت علامة. الأسماء المعلمة حتى الآن: %n</numerusform>
            <numerusform>وُضعت علامة. الأسماء المعلمة حتى الآن: %n</numerusform>
            <numerusform>وُضعت علامة. الأسماء المعلمة حتى الآن: %n</numerusform>
            <numerusform>وُضعت علامة. الأسماء المعلمة حتى الآن: %n</numerusform>
            <numerusform>وُضعت علامة. الأسماء المعلمة حتى الآن: %n</numerusform>
            <numerusform>وُضعت علامة. الأسماء المعلمة حتى الآن: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Your answer is saved on this device.</source>
        <translation>إجابتك محفوظة على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Listen to it. Then keep it, or record again.</source>
        <translation>يمكنك الاستماع إليها، ثم الاحتفاظ بها أو التسجيل من جديد.</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>متابعة التسجيل</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>هذا كل شيء</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message numerus="yes">
        <source>An answer can be %n minutes long. All you said is saved.</source>
        <translation>
            <numerusform>لا وقت لإجابة أطول. كل ما قلته محفوظ.</numerusform>
            <numerusform>مدة الإجابة دقيقة واحدة على الأكثر. كل ما قلته محفوظ.</numerusform>
            <numerusform>مدة الإجابة دقيقتان على الأكثر. كل ما قلته محفوظ.</numerusform>
            <numerusform>مدة الإجابة %n دقائق على الأكثر. كل ما قلته محفوظ.</numerusform>
            <numerusform>مدة الإجابة %n دقيقة على الأكثر. كل ما قلته محفوظ.</numerusform>
            <numerusform>مدة الإجابة %n دقيقة على الأكثر. كل ما قلته محفوظ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do not record yet</source>
        <translation>تأجيل التسجيل</translation>
    </message>
    <message>
        <source>Get ready. Press again to stop the countdown.</source>
        <translation>يبدأ التسجيل بعد لحظات. الضغط مرة أخرى يوقف العد.</translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. Please call staff, then record again.</source>
        <translation>لم يصدر عن الميكروفون أي صوت. يرجى طلب المساعدة من الفريق ثم التسجيل من جديد.</translation>
    </message>
    <message>
        <source>The microphone was turned off for a while. Please call staff, then record again.</source>
        <translation>كان الميكروفون مغلقًا بعض الوقت. يرجى طلب المساعدة من الفريق ثم التسجيل من جديد.</translation>
    </message>
    <message>
        <source>We heard only a steady noise and no voice. Please call staff.</source>
        <translation>سمعنا ضجيجًا مستمرًا فقط، ولم نسمع كلامًا. يرجى طلب المساعدة من الفريق.</translation>
    </message>
    <message>
        <source>We heard almost nothing. Please come closer and record again.</source>
        <translation>لم نسمع شيئًا تقريبًا. يفضل الاقتراب والتسجيل من جديد.</translation>
    </message>
    <message>
        <source>This is very short. You can record again if you want to say more.</source>
        <translation>هذا قصير جدًا. يمكنك التسجيل من جديد لقول المزيد.</translation>
    </message>
    <message>
        <source>Your voice is very quiet. You can come closer and record again.</source>
        <translation>صوتك منخفض جدًا. يمكنك الاقتراب والتسجيل من جديد.</translation>
    </message>
    <message>
        <source>Some parts are too loud and may crackle. You can move back and record again.</source>
        <translation>بعض الأجزاء عالية جدًا وقد تخشخش. يمكنك الابتعاد قليلًا والتسجيل من جديد.</translation>
    </message>
    <message>
        <source>A small part of the sound is missing. Please listen to it.</source>
        <translation>جزء صغير من الصوت مفقود. يفضل الاستماع إليه.</translation>
    </message>
    <message>
        <source>What you said so far is saved. Recording is interrupted.</source>
        <translation>ما قلته حتى الآن محفوظ. لكن التسجيل انقطع.</translation>
    </message>
    <message>
        <source>No microphone. Press the red button to try again.</source>
        <translation>لا ميكروفون. ضغط الزر الأحمر يعيد المحاولة.</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>لحظة، يجري تشغيل الميكروفون.</translation>
    </message>
    <message>
        <source>Press the red button and speak.</source>
        <translation>الحديث يبدأ بضغط الزر الأحمر.</translation>
    </message>
    <message>
        <source>Recording. It is saved as you speak.</source>
        <translation>يجري التسجيل، ويُحفظ أثناء حديثك.</translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded now.</source>
        <translation>توقف مؤقت. لا شيء يُسجل الآن.</translation>
    </message>
    <message>
        <source>One moment, it is being saved.</source>
        <translation>لحظة، يجري الحفظ.</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>Further up</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>إلى الأسفل</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Your code</source>
        <translation>رمزك</translation>
    </message>
    <message>
        <source>The same code as a picture for a phone</source>
        <translation>الرمز نفسه كصورة للهاتف</translation>
    </message>
    <message>
        <source>your code</source>
        <translation>رمزك</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>وقت أطول</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message numerus="yes">
        <source>This page closes by itself in %n second(s).</source>
        <translation>
            <numerusform>تُغلق هذه الصفحة الآن.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد ثانية واحدة.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد ثانيتين.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد %n ثوانٍ.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد %n ثانية.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your story is on its way to the archive.</source>
        <translation>قصتك في طريقها إلى الأرشيف.</translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>Space</name>
    <message numerus="yes">
        <source>About %n minutes left for this answer</source>
        <translation>
            <numerusform>أقل من دقيقة متبقية لهذه الإجابة</numerusform>
            <numerusform>نحو دقيقة واحدة متبقية لهذه الإجابة</numerusform>
            <numerusform>نحو دقيقتين متبقيتين لهذه الإجابة</numerusform>
            <numerusform>نحو %n دقائق متبقية لهذه الإجابة</numerusform>
            <numerusform>نحو %n دقيقة متبقية لهذه الإجابة</numerusform>
            <numerusform>نحو %n دقيقة متبقية لهذه الإجابة</numerusform>
        </translation>
    </message>
    <message>
        <source>Plenty of space left on this device</source>
        <translation>مساحة كبيرة متبقية على هذا الجهاز</translation>
    </message>
    <message numerus="yes">
        <source>About %n hours of space left on this device</source>
        <translation>
            <numerusform>أقل من ساعة متبقية على هذا الجهاز</numerusform>
            <numerusform>نحو ساعة واحدة متبقية على هذا الجهاز</numerusform>
            <numerusform>نحو ساعتين متبقيتين على هذا الجهاز</numerusform>
            <numerusform>نحو %n ساعات متبقية على هذا الجهاز</numerusform>
            <numerusform>نحو %n ساعة متبقية على هذا الجهاز</numerusform>
            <numerusform>نحو %n ساعة متبقية على هذا الجهاز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes of space left on this device</source>
        <translation>
            <numerusform>أقل من دقيقة متبقية على هذا الجهاز</numerusform>
            <numerusform>نحو دقيقة واحدة متبقية على هذا الجهاز</numerusform>
            <numerusform>نحو دقيقتين متبقيتين على هذا الجهاز</numerusform>
            <numerusform>نحو %n دقائق متبقية على هذا الجهاز</numerusform>
            <numerusform>نحو %n دقيقة متبقية على هذا الجهاز</numerusform>
            <numerusform>نحو %n دقيقة متبقية على هذا الجهاز</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left for this answer</source>
        <translation>أقل من دقيقة متبقية لهذه الإجابة</translation>
    </message>
    <message>
        <source>This device is almost full. Please call staff.</source>
        <translation>هذا الجهاز ممتلئ تقريبًا. يرجى طلب المساعدة من الفريق.</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Stories on their way</source>
        <translation>قصص في الطريق</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>إرسال الآن</translation>
    </message>
    <message>
        <source>Each story goes through these steps: {steps}.</source>
        <translation>تمر كل قصة بهذه المراحل: {steps}.</translation>
    </message>
    <message>
        <source>Trying to send now. This page shows how far it got.</source>
        <translation>تجري محاولة الإرسال الآن. وهذه الصفحة تبين ما وصل منها.</translation>
    </message>
    <message>
        <source> → </source>
        <comment>points in reading direction</comment>
        <translation> ← </translation>
    </message>
    <message>
        <source>There is no finished story on this device.</source>
        <translation>لا قصة مكتملة في هذا الجهاز.</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>نسخ إلى ذاكرة</translation>
    </message>
    <message>
        <source>Read receipts</source>
        <translation>قراءة الإيصالات</translation>
    </message>
    <message>
        <source>Finished stories</source>
        <translation>القصص المكتملة</translation>
    </message>
    <message>
        <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
        <translation>لم تصل إلى الأرشيف بعد: {waiting}. وصلت إلى الأرشيف: {arrived}.</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>الجاهزية</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>القصص</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>غير المكتملة</translation>
    </message>
    <message>
        <source>Record the voice</source>
        <translation>تسجيل الصوت</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>تغيير الرقم السري</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>إلى البداية</translation>
    </message>
    <message>
        <source>For staff</source>
        <comment>the whole part of the program behind the PIN</comment>
        <translation>للفريق</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>حذف الرقم الأخير</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>لم يُدخل أي رقم</numerusform>
            <numerusform>أُدخل رقم واحد</numerusform>
            <numerusform>أُدخل رقمان</numerusform>
            <numerusform>أُدخلت %n أرقام</numerusform>
            <numerusform>أُدخل %n رقمًا</numerusform>
            <numerusform>أُدخل %n رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>محاولات خاطئة كثيرة. انتهى الانتظار.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يلزم الانتظار ثانية واحدة.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يلزم الانتظار ثانيتين.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يلزم الانتظار %n ثوانٍ.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يلزم الانتظار %n ثانية.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يلزم الانتظار %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the staff PIN</source>
        <translation>إدخال الرقم السري للفريق</translation>
    </message>
    <message>
        <source>Type the staff passphrase here</source>
        <translation>مكان إدخال عبارة مرور الفريق</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>إيقاف النسخ</translation>
    </message>
    <message>
        <source>Choose a stick again</source>
        <translation>اختيار ذاكرة من جديد</translation>
    </message>
    <message>
        <source>Back to the stories</source>
        <translation>العودة إلى القصص</translation>
    </message>
    <message>
        <source>How much is copied</source>
        <translation>مقدار ما نُسخ</translation>
    </message>
    <message>
        <source>Every story is still safe on this device.</source>
        <translation>كل القصص ما زالت محفوظة في هذا الجهاز.</translation>
    </message>
    <message>
        <source>Choose the stick for the stories.</source>
        <translation>يلزم اختيار الذاكرة للقصص.</translation>
    </message>
    <message>
        <source>Only the archive can open what is copied to it.</source>
        <translation>الأرشيف وحده يستطيع فتح ما يُنسخ إليها.</translation>
    </message>
    <message>
        <source>Choose the stick that was at the archive.</source>
        <translation>يلزم اختيار الذاكرة التي كانت في الأرشيف.</translation>
    </message>
    <message>
        <source>The stories are being copied. Leave the stick in.</source>
        <translation>يجري نسخ القصص. يلزم ترك الذاكرة موصولة.</translation>
    </message>
    <message>
        <source>The receipts are being read. Leave the stick in.</source>
        <translation>تجري قراءة الإيصالات. يلزم ترك الذاكرة موصولة.</translation>
    </message>
    <message>
        <source>Plug in a USB stick. It appears here after a moment.</source>
        <translation>يلزم توصيل ذاكرة USB. ستظهر هنا بعد لحظة.</translation>
    </message>
    <message>
        <source>In a person&apos;s voice: {count} of {total}</source>
        <translation>بصوت إنسان: {count} من {total}</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>الناقص فقط</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>كل شيء مسجل.</translation>
    </message>
    <message>
        <source>A person&apos;s voice</source>
        <translation>صوت إنسان</translation>
    </message>
    <message>
        <source>The computer&apos;s voice</source>
        <translation>صوت الحاسوب</translation>
    </message>
    <message>
        <source>No voice yet</source>
        <translation>لا صوت بعد</translation>
    </message>
    <message>
        <source>The three questions</source>
        <translation>الأسئلة الثلاثة</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>كلمات أخرى</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأعداد</translation>
    </message>
    <message>
        <source>Hear it as it is now</source>
        <translation>سماع الصوت الحالي</translation>
    </message>
    <message>
        <source>Take this voice away again</source>
        <translation>إزالة هذا الصوت</translation>
    </message>
    <message>
        <source>List</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>A visit is still going on. You can record when it is over.</source>
        <translation>ما زالت هناك زيارة جارية. يمكنك التسجيل بعد انتهائها.</translation>
    </message>
    <message>
        <source>It is saved, and heard from now on.</source>
        <translation>تم الحفظ، ويُسمع من الآن.</translation>
    </message>
    <message>
        <source>Start recording, and read the words aloud.</source>
        <translation>يلزم بدء التسجيل ثم قراءة الكلمات بصوت عالٍ.</translation>
    </message>
    <message>
        <source>Read the words aloud now.</source>
        <translation>الآن وقت قراءة الكلمات بصوت عالٍ.</translation>
    </message>
    <message>
        <source>Choose a language. Then read aloud what the pages say in it.</source>
        <translation>يلزم اختيار لغة، ثم قراءة ما تقوله الصفحات بها بصوت عالٍ.</translation>
    </message>
    <message>
        <source>It has {least} to {most} digits. Keep it in a good place.</source>
        <translation>يتكون من {least} إلى {most} أرقام. ويلزم حفظه في مكان جيد.</translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <translation>اختيار رقم سري للفريق</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>إدخاله مرة أخرى</translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>الرقمان مختلفان. يلزم الاختيار من جديد.</translation>
    </message>
    <message>
        <source>Is everything ready?</source>
        <translation>هل كل شيء جاهز؟</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>الأرشيف</translation>
    </message>
    <message>
        <source>Read this aloud and compare it with the archive&apos;s own</source>
        <translation>للقراءة بصوت عالٍ والمقارنة مع أرقام الأرشيف نفسه</translation>
    </message>
    <message>
        <source>Paste the enrolment code here</source>
        <translation>مكان لصق رمز التسجيل</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>This device does not belong to an archive yet.</source>
        <translation>هذا الجهاز لا يتبع أرشيفًا بعد.</translation>
    </message>
    <message>
        <source>The one the system chooses</source>
        <translation>ما يختاره النظام</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. You have %n more chance(s).</source>
        <translation>
            <numerusform>الرقم السري غير صحيح. لم تبق محاولات.</numerusform>
            <numerusform>الرقم السري غير صحيح. بقيت محاولة واحدة.</numerusform>
            <numerusform>الرقم السري غير صحيح. بقيت محاولتان.</numerusform>
            <numerusform>الرقم السري غير صحيح. بقيت %n محاولات.</numerusform>
            <numerusform>الرقم السري غير صحيح. بقيت %n محاولة.</numerusform>
            <numerusform>الرقم السري غير صحيح. بقيت %n محاولة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation>يجري سؤال الأرشيف…</translation>
    </message>
    <message>
        <source>This device is connected. Compare the digits below with the archive&apos;s.</source>
        <translation>تم ربط هذا الجهاز. يلزم مقارنة الأرقام أدناه بأرقام الأرشيف.</translation>
    </message>
    <message numerus="yes">
        <source>Story {number}: %n answer(s), {length} of sound</source>
        <translation>
            <numerusform>القصة {number}: بلا إجابات، مدة الصوت {length}</numerusform>
            <numerusform>القصة {number}: إجابة واحدة، مدة الصوت {length}</numerusform>
            <numerusform>القصة {number}: إجابتان، مدة الصوت {length}</numerusform>
            <numerusform>القصة {number}: %n إجابات، مدة الصوت {length}</numerusform>
            <numerusform>القصة {number}: %n إجابة، مدة الصوت {length}</numerusform>
            <numerusform>القصة {number}: %n إجابة، مدة الصوت {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished stories</source>
        <translation>القصص غير المكتملة</translation>
    </message>
    <message>
        <source>Go on only if the person who told it is here and wants to.</source>
        <translation>المتابعة فقط بحضور صاحب القصة أو صاحبتها وبرغبة منه أو منها.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>لا توجد قصص غير مكتملة.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>متابعتها</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>حذف نهائي</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Touch to begin</source>
        <translation>لمسة للبدء</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Answer {number}</source>
        <translation>الإجابة {number}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>الصور</translation>
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
        <source>May be heard</source>
        <translation>أماكن السماع</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>لا مكان</translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n cut(s)</source>
        <translation>
            <numerusform>{length}، بلا قص</numerusform>
            <numerusform>{length}، قص واحد</numerusform>
            <numerusform>{length}، مع قصّين</numerusform>
            <numerusform>{length}، مع قص %n أجزاء</numerusform>
            <numerusform>{length}، مع قص %n جزءًا</numerusform>
            <numerusform>{length}، مع قص %n جزء</numerusform>
        </translation>
    </message>
    <message>
        <source>You asked for nothing</source>
        <translation>لا طلبات</translation>
    </message>
    <message>
        <source>Only your note</source>
        <translation>ملاحظتك فقط</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>تم التخطي</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>بلا صور</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>بلا صور</numerusform>
            <numerusform>صورة واحدة</numerusform>
            <numerusform>صورتان</numerusform>
            <numerusform>%n صور</numerusform>
            <numerusform>%n صورة</numerusform>
            <numerusform>%n صورة</numerusform>
        </translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>لم يُختر بعد</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>read this page aloud</comment>
        <translation>استماع</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>إيقاف القراءة</translation>
    </message>
    <message>
        <source>Listen: read this page aloud</source>
        <translation>استماع: قراءة هذه الصفحة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message numerus="yes">
        <source>Text size, now %n of 4</source>
        <translation>
            <numerusform>حجم النص، الآن %n من 4</numerusform>
            <numerusform>حجم النص، الآن %n من 4</numerusform>
            <numerusform>حجم النص، الآن %n من 4</numerusform>
            <numerusform>حجم النص، الآن %n من 4</numerusform>
            <numerusform>حجم النص، الآن %n من 4</numerusform>
            <numerusform>حجم النص، الآن %n من 4</numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>توقف ومغادرة</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>الخطوة {step} من {steps}</translation>
    </message>
</context>
<context>
    <name>Trim</name>
    <message>
        <source>Trim</source>
        <translation>تقصير التسجيل</translation>
    </message>
    <message>
        <source>{kept} of {all} is kept. What is grey falls away.</source>
        <translation>يبقى {kept} من {all}. والجزء الرمادي يزول.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>البداية هنا</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>النهاية هنا</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>الاحتفاظ بالكل</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>موضع البداية</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>موضع النهاية</translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
        <translation>اختيارك هو الأرشيف فقط. لذلك لا شيء للاختيار هنا.</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Take a story back</source>
        <translation>سحب قصة</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>لم يُدخل أي رقم</numerusform>
            <numerusform>أُدخل رقم واحد</numerusform>
            <numerusform>أُدخل رقمان</numerusform>
            <numerusform>أُدخلت %n أرقام</numerusform>
            <numerusform>أُدخل %n رقمًا</numerusform>
            <numerusform>أُدخل %n رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your code. It has 16 digits.</source>
        <translation>يلزم إدخال رمزك. يتكون من 16 رقمًا.</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>حذف الرقم الأخير</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Do you want to take this story back?</source>
        <translation>هل لديك رغبة في سحب هذه القصة؟</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>نعم، سحب القصة</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>لا، تبقى القصة</translation>
    </message>
    <message>
        <source>Your story will be erased. Nobody can bring it back.</source>
        <translation>ستُحذف قصتك. ولا يمكن لأحد إعادتها.</translation>
    </message>
    <message>
        <source>What others have copied cannot be called back.</source>
        <translation>ما نسخه الآخرون لا يمكن استرجاعه.</translation>
    </message>
    <message>
        <source>Your story was on this device. It is erased now.</source>
        <translation>كانت قصتك على هذا الجهاز. وقد حُذفت الآن.</translation>
    </message>
    <message>
        <source>If a story with this code has arrived, it is taken back.</source>
        <translation>إذا وصلت قصة بهذا الرمز، فسيتم سحبها.</translation>
    </message>
    <message>
        <source>This device tells the archive as soon as there is internet.</source>
        <translation>يُبلغ هذا الجهاز الأرشيف فور توفر الإنترنت.</translation>
    </message>
</context>
</TS>
