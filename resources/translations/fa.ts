<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fa" sourcelanguage="en">
<context>
    <name>AudioBar</name>
    <message>
        <source>Stop listening</source>
        <translation>توقف پخش</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>گوش دادن</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>جای پخش</translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation>{now} از {all}</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>There is nothing to hear yet.</source>
        <translation>هنوز چیزی برای شنیدن نیست.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغییر</translation>
    </message>
    <message>
        <source>Saving your story…</source>
        <translation>داستان شما ذخیره می‌شود…</translation>
    </message>
    <message>
        <source>Send my story</source>
        <translation>فرستادن داستانم</translation>
    </message>
    <message>
        <source>The public will hear nothing. You ticked no place.</source>
        <translation>عموم مردم چیزی نمی‌شنوند. برای هیچ جا تیک نزده‌اید.</translation>
    </message>
    <message>
        <source>The public will not hear your recording. Someone else reads your words.</source>
        <translation>عموم مردم صدای ضبط‌شدهٔ شما را نمی‌شنوند. کس دیگری حرف‌هایتان را می‌خواند.</translation>
    </message>
    <message>
        <source>The public will hear nothing. They read your words.</source>
        <translation>عموم مردم چیزی نمی‌شنوند. حرف‌هایتان را می‌خوانند.</translation>
    </message>
    <message>
        <source>The public will hear nothing. Your story stays in the archive.</source>
        <translation>عموم مردم چیزی نمی‌شنوند. داستان شما در آرشیو می‌ماند.</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>توقف پخش</translation>
    </message>
    <message>
        <source>Hear what the public hears</source>
        <translation>شنیدن آنچه عموم مردم می‌شنوند</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>How this looks</source>
        <translation>ظاهر صفحه</translation>
    </message>
    <message>
        <source>How big the words are</source>
        <translation>اندازهٔ کلمه‌ها</translation>
    </message>
    <message>
        <source>Stronger colours</source>
        <translation>رنگ‌های پررنگ‌تر</translation>
    </message>
    <message>
        <source>Dark words on white, and thick lines.</source>
        <translation>کلمه‌های تیره روی سفید، با خط‌های ضخیم.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>حرکت کمتر</translation>
    </message>
    <message>
        <source>Pictures on the screen stand still.</source>
        <translation>تصویرهای روی صفحه حرکت نمی‌کنند.</translation>
    </message>
    <message>
        <source>Size {number}</source>
        <translation>اندازهٔ {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This device cannot save or read unfinished stories. Please call staff.</source>
        <translation>این دستگاه نمی‌تواند داستان‌های ناتمام را ذخیره کند یا بخواند. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
        <translation>این دستگاه اکنون نمی‌تواند از داستان‌های ناتمام خوب نگه‌داری کند. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>The archive&apos;s key on this device is damaged. Please call staff.</source>
        <translation>کلید آرشیو در این دستگاه خراب است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This code is not complete or has a typing mistake. It has 16 digits.</source>
        <translation>این کد کامل نیست یا اشتباه نوشته شده است. کد 16 رقم دارد.</translation>
    </message>
    <message>
        <source>This device is full. What you have said so far is safe. Please call staff.</source>
        <translation>این دستگاه پر است. آنچه تا حالا گفته‌اید محفوظ است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. What you have said so far is safe. Please call staff.</source>
        <translation>دیسک این دستگاه درست کار نمی‌کند. آنچه تا حالا گفته‌اید محفوظ است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>A part of this story cannot be read. Please call staff.</source>
        <translation>بخشی از این داستان خوانده نمی‌شود. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This passphrase is not right.</source>
        <translation>این عبارت رمز درست نیست.</translation>
    </message>
    <message>
        <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
        <translation>میکروفون قطع شده است. آنچه تا حالا گفته‌اید محفوظ است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This device has changed to another microphone. What you have said so far is safe. Please call staff.</source>
        <translation>این دستگاه میکروفون دیگری گرفته است. آنچه تا حالا گفته‌اید محفوظ است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
        <translation>میکروفون انتخاب‌شده وصل نیست. آن را وصل کنید، یا از کارکنان بخواهید میکروفون دیگری انتخاب کنند.</translation>
    </message>
    <message>
        <source>This device has no microphone. Please connect one, or call staff.</source>
        <translation>این دستگاه میکروفون ندارد. لطفاً یکی وصل کنید یا به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
        <translation>میکروفون باز نمی‌شود. شاید برنامهٔ دیگری از آن استفاده می‌کند، یا اجازهٔ استفاده داده نشده است.</translation>
    </message>
    <message>
        <source>The microphones of this device cannot be listed. Please call staff.</source>
        <translation>میکروفون‌های این دستگاه پیدا نمی‌شوند. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>Recording has stopped working. Please call staff.</source>
        <translation>ضبط از کار افتاده است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>The loudspeaker of this device cannot be used. Please call staff.</source>
        <translation>بلندگوی این دستگاه کار نمی‌کند. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This page cannot be read aloud just now.</source>
        <translation>این صفحه اکنون بلند خوانده نمی‌شود.</translation>
    </message>
    <message>
        <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
        <translation>صدا آماده نشد. چیزی از دست نرفته است. لطفاً دوباره امتحان کنید یا به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation>این فایل خالی است. لطفاً فایل دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>This file is too large for a photo. Please choose another one.</source>
        <translation>این فایل برای یک عکس خیلی بزرگ است. لطفاً فایل دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
        <translation>این عکس را نمی‌توانیم بگیریم. آخر نام عکس‌ها JPG، PNG، WebP یا HEIC است.</translation>
    </message>
    <message>
        <source>This picture is larger than we can take. Please choose a smaller one.</source>
        <translation>این عکس برای ما خیلی بزرگ است. لطفاً عکس کوچک‌تری انتخاب کنید.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be opened. Please choose another one.</source>
        <translation>این عکس خراب است و باز نمی‌شود. لطفاً عکس دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>This photo took too long to open. Please choose another one.</source>
        <translation>باز شدن این عکس خیلی طول کشید. لطفاً عکس دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>Photos cannot be opened on this device just now. Please call staff.</source>
        <translation>عکس‌ها اکنون در این دستگاه باز نمی‌شوند. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick or phone still connected?</source>
        <translation>این فایل خوانده نمی‌شود. آیا فلش یا تلفن هنوز وصل است؟</translation>
    </message>
    <message>
        <source>Too many codes were typed here. Please try again in an hour.</source>
        <translation>کدهای زیادی اینجا وارد شده است. لطفاً یک ساعت دیگر دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>Your story will not be sent, but this device could not erase it yet. Please call staff.</source>
        <translation>داستان شما فرستاده نمی‌شود. اما این دستگاه هنوز نتوانسته آن را پاک کند. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Please call staff.</source>
        <translation>این دستگاه هنوز به آرشیوی وصل نیست. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>Connecting to the archive did not work. Please try again.</source>
        <translation>وصل شدن به آرشیو انجام نشد. لطفاً دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>This is not an enrolment code. It begins with IDR1-.</source>
        <translation>این کد اتصال نیست. کد اتصال با ‎IDR1-‎ شروع می‌شود.</translation>
    </message>
    <message>
        <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
        <translation>این کد اتصال یک اشتباه دارد. آن را دوباره از آرشیو کپی کنید.</translation>
    </message>
    <message>
        <source>This enrolment code was used before. Ask the archive for a new one.</source>
        <translation>از این کد اتصال پیش‌تر استفاده شده است. از آرشیو کد تازه بخواهید.</translation>
    </message>
    <message>
        <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
        <translation>زمان این کد اتصال گذشته است. از آرشیو کد تازه بخواهید.</translation>
    </message>
    <message>
        <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
        <translation>داستان‌هایی برای آرشیو قبلی این دستگاه هنوز اینجا منتظرند. اول آن‌ها را بفرستید.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. Please call staff.</source>
        <translation>دیسک این دستگاه درست کار نمی‌کند. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>The settings of this device cannot be written.</source>
        <translation>تنظیمات این دستگاه ذخیره نمی‌شود.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Chosen</source>
        <translation>انتخاب شده</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>انتخاب نشده</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>There is no room for more stories. Send what waits, or free some space.</source>
        <translation>برای داستان‌های بیشتر جا نیست. داستان‌های منتظر را بفرستید یا جا باز کنید.</translation>
    </message>
    <message>
        <source>There is room for about {hours} more hours of sound.</source>
        <translation>فقط برای حدود {hours} ساعت صدای دیگر جا هست.</translation>
    </message>
    <message>
        <source>There is room for about {hours} hours of sound.</source>
        <translation>برای حدود {hours} ساعت صدا جا هست.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check the system&apos;s settings.</source>
        <translation>میکروفونی پیدا نشد. یکی وصل کنید یا تنظیمات سیستم را بررسی کنید.</translation>
    </message>
    <message>
        <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
        <translation>میکروفون انتخاب‌شده وصل نیست. آن را وصل کنید یا میکروفون دیگری انتخاب کنید.</translation>
    </message>
    <message>
        <source>The microphone is turned off in the system&apos;s settings. Turn it on there.</source>
        <translation>میکروفون در تنظیمات سیستم خاموش است. آن را همان‌جا روشن کنید.</translation>
    </message>
    <message>
        <source>A microphone is ready.</source>
        <translation>میکروفون آماده است.</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
        <translation>بلندگویی پیدا نشد. هیچ‌کس نمی‌تواند به صفحه یا پاسخی گوش بدهد.</translation>
    </message>
    <message>
        <source>A loudspeaker is ready.</source>
        <translation>بلندگو آماده است.</translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it in the system&apos;s settings.</source>
        <translation>تاریخ این دستگاه درست نیست. آن را در تنظیمات سیستم درست کنید.</translation>
    </message>
    <message>
        <source>The date looks right.</source>
        <translation>تاریخ درست به نظر می‌رسد.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used. A story cut short by a crash is lost then.</source>
        <translation>جای کلیدهای سیستم کار نمی‌کند. اگر برنامه ناگهان بسته شود، داستان ناتمام از دست می‌رود.</translation>
    </message>
    <message>
        <source>The system&apos;s key store works.</source>
        <translation>جای کلیدهای سیستم کار می‌کند.</translation>
    </message>
    <message>
        <source>No staff passphrase was chosen. A story cut short by a crash is lost then.</source>
        <translation>عبارت رمز کارکنان انتخاب نشده است. اگر برنامه ناگهان بسته شود، داستان ناتمام از دست می‌رود.</translation>
    </message>
    <message>
        <source>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</source>
        <translation>عبارت رمز کارکنان هنوز وارد نشده است. تا آن وقت، اگر برنامه ناگهان بسته شود، داستان ناتمام از دست می‌رود.</translation>
    </message>
    <message>
        <source>The staff passphrase was typed. Unfinished stories survive a crash.</source>
        <translation>عبارت رمز کارکنان وارد شده است. اگر برنامه ناگهان بسته شود، داستان‌های ناتمام می‌مانند.</translation>
    </message>
    <message>
        <source>Please check that the system protects its disk with a password.</source>
        <translation>لطفاً بررسی کنید که سیستم دیسک خود را با گذرواژه محافظت می‌کند.</translation>
    </message>
    <message>
        <source>The system&apos;s disk is not protected. Whoever takes this device could find traces.</source>
        <translation>دیسک سیستم محافظت نمی‌شود. هر کس این دستگاه را ببرد، شاید ردی پیدا کند.</translation>
    </message>
    <message>
        <source>The system protects its disk.</source>
        <translation>سیستم از دیسک خود محافظت می‌کند.</translation>
    </message>
    <message>
        <source>The system may write its memory to the disk. Turn off its swap space.</source>
        <translation>شاید سیستم حافظه‌اش را روی دیسک بنویسد. فضای مبادلهٔ آن (swap) را خاموش کنید.</translation>
    </message>
    <message>
        <source>The system may save its memory when it sleeps. Turn off hibernation.</source>
        <translation>شاید سیستم هنگام خواب حافظه‌اش را ذخیره کند. خواب زمستانی سیستم (hibernation) را خاموش کنید.</translation>
    </message>
    <message>
        <source>This device may fall asleep while somebody speaks. Switch off its sleep in the system&apos;s settings.</source>
        <translation>شاید این دستگاه هنگام حرف زدن کسی به خواب برود. خواب آن را در تنظیمات سیستم خاموش کنید.</translation>
    </message>
    <message>
        <source>This device stays awake while somebody speaks.</source>
        <translation>این دستگاه هنگام حرف زدن کسی بیدار می‌ماند.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
        <translation>این دستگاه هنوز به آرشیوی وصل نیست. یک کد اتصال وارد کنید.</translation>
    </message>
    <message>
        <source>This device knows its archive.</source>
        <translation>این دستگاه آرشیو خود را می‌شناسد.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running. Close this program and start it again.</source>
        <translation>بخشی که داستان‌ها را می‌فرستد کار نمی‌کند. برنامه را ببندید و دوباره باز کنید.</translation>
    </message>
    <message>
        <source>The part that sends stories is running.</source>
        <translation>بخشی که داستان‌ها را می‌فرستد کار می‌کند.</translation>
    </message>
    <message>
        <source>Recordings of the voice that cannot be used: {count}.</source>
        <translation>صداهای ضبط‌شده‌ای که کار نمی‌کنند: {count}.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Your language</source>
        <translation>زبان شما</translation>
    </message>
    <message>
        <source>A safe way to reach you</source>
        <translation>راهی امن برای تماس با شما</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>هر چیز دیگر</translation>
    </message>
</context>
<context>
    <name>HowTo</name>
    <message>
        <source>How this works</source>
        <translation>روش کار</translation>
    </message>
    <message>
        <source>You answer one question at a time. You can go back at any time.</source>
        <translation>هر بار به یک سؤال پاسخ می‌دهید. هر وقت بخواهید می‌توانید برگردید.</translation>
    </message>
    <message>
        <source>Listen reads the page aloud. Text size makes the words bigger.</source>
        <translation>«گوش دادن» صفحه را بلند می‌خواند. «اندازهٔ متن» کلمه‌ها را بزرگ‌تر می‌کند.</translation>
    </message>
    <message>
        <source>With the red button you start and stop recording.</source>
        <translation>با دکمهٔ قرمز، ضبط را شروع و متوقف می‌کنید.</translation>
    </message>
    <message>
        <source>Nothing leaves this device until you press Send my story.</source>
        <translation>تا وقتی «فرستادن داستانم» را نزنید، چیزی از این دستگاه بیرون نمی‌رود.</translation>
    </message>
    <message>
        <source>Stop and leave deletes everything you have said here.</source>
        <translation>«توقف و خروج» همهٔ آنچه را اینجا گفته‌اید پاک می‌کند.</translation>
    </message>
    <message>
        <source>If you are not sure, ask the people who invited you.</source>
        <translation>اگر مطمئن نیستید، از کسانی بپرسید که شما را دعوت کرده‌اند.</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>I am here</source>
        <translation>من اینجا هستم</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <translation>زبان خود را انتخاب کنید</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>Delete and leave</source>
        <translation>پاک کردن و خروج</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>ماندن</translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Record 3 seconds</source>
        <translation>ضبط سه ثانیه</translation>
    </message>
    <message>
        <source>I can hear myself</source>
        <translation>صدای خودم را می‌شنوم</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>بلندی صدای میکروفون</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>یک لحظه، میکروفون در حال باز شدن است.</translation>
    </message>
    <message>
        <source>No microphone now. You can go on and try again at the first question.</source>
        <translation>اکنون میکروفونی نیست. می‌توانید ادامه دهید و در سؤال اول دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>The microphone is switched off or blocked. Please call staff.</source>
        <translation>میکروفون خاموش یا بسته است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>The microphone is turned off in this device&apos;s settings. Please call staff.</source>
        <translation>میکروفون در تنظیمات این دستگاه خاموش است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>We hear a steady noise and no voice yet. Say a few words, or call staff.</source>
        <translation>صدای یکنواختی می‌آید و هنوز کسی حرف نمی‌زند. چند کلمه بگویید یا به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>We hear nothing yet. Please say a few words.</source>
        <translation>هنوز چیزی نمی‌شنویم. لطفاً چند کلمه بگویید.</translation>
    </message>
    <message>
        <source>That is very quiet. Please come closer or speak up.</source>
        <translation>صدا خیلی آرام است. لطفاً نزدیک‌تر بیایید یا بلندتر حرف بزنید.</translation>
    </message>
    <message>
        <source>That is too loud. Please move back a little.</source>
        <translation>صدا خیلی بلند است. لطفاً کمی عقب‌تر بروید.</translation>
    </message>
    <message>
        <source>We hear you well.</source>
        <translation>صدای شما را خوب می‌شنویم.</translation>
    </message>
    <message>
        <source>They can choose another microphone.</source>
        <translation>کارکنان می‌توانند میکروفون دیگری انتخاب کنند.</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Your name</source>
        <translation>نام شما</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>نام دیگر</translation>
    </message>
</context>
<context>
    <name>NameCheck</name>
    <message>
        <source>You marked a name in this answer. Listen, then choose what to do.</source>
        <translation>در این پاسخ نامی را نشان کرده‌اید. گوش بدهید، بعد انتخاب کنید چه کار کنید.</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>شروع نام</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>پایان نام</translation>
    </message>
    <message>
        <source>Undo the cut</source>
        <translation>لغو برش</translation>
    </message>
    <message>
        <source>The part is cut out. Listen again to be sure.</source>
        <translation>این بخش بریده شد. دوباره گوش بدهید تا مطمئن شوید.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Cut a name out</source>
        <translation>بریدن نام</translation>
    </message>
    <message>
        <source>Name {number} of {all}: from {start} to {end}.</source>
        <translation>نام {number} از {all}: از {start} تا {end}.</translation>
    </message>
    <message>
        <source>Listen. When you hear a name, press the flag.</source>
        <translation>گوش بدهید. وقتی نامی شنیدید، پرچم را بزنید.</translation>
    </message>
    <message>
        <source>No name here</source>
        <translation>اینجا نامی نیست</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>نام بعدی</translation>
    </message>
    <message>
        <source>Begins earlier</source>
        <translation>شروع زودتر</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>شروع دیرتر</translation>
    </message>
    <message>
        <source>Ends earlier</source>
        <translation>پایان زودتر</translation>
    </message>
    <message>
        <source>Ends later</source>
        <translation>پایان دیرتر</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Something is not right. Tell the archive&apos;s people: {reason}</source>
        <translation>چیزی درست نیست. به افراد آرشیو بگویید: {reason}</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>اینجا ذخیره شده</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>منتظر</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>فرستاده شده</translation>
    </message>
    <message>
        <source>the archive has it</source>
        <translation>به آرشیو رسیده</translation>
    </message>
    <message>
        <source>Set aside: {count}. {reason}</source>
        <translation>کنار گذاشته شده: {count}. {reason}</translation>
    </message>
    <message>
        <source>Nothing has to be done. It goes on by itself.</source>
        <translation>لازم نیست کاری بکنید. خودش ادامه پیدا می‌کند.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n hour(s).</source>
        <translation>
            <numerusform>حدود %n ساعت دیگر خودش دوباره امتحان می‌کند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>حدود %n روز مانده</numerusform>
        </translation>
    </message>
    <message>
        <source>{stick} ({amount} free)</source>
        <translation>{stick} (جای خالی: {amount})</translation>
    </message>
    <message>
        <source>Requests to take stories back are copied. You can pull the stick out now.</source>
        <translation>درخواست‌های پس گرفتن داستان کپی شد. حالا می‌توانید فلش را بیرون بکشید.</translation>
    </message>
    <message>
        <source>A saved story could not be copied. The disk may be broken.</source>
        <translation>یک داستان ذخیره‌شده کپی نشد. شاید دیسک خراب باشد.</translation>
    </message>
    <message>
        <source>What was copied also stays here until the archive has signed for it.</source>
        <translation>آنچه کپی شد تا رسید امضاشدهٔ آرشیو اینجا هم می‌ماند.</translation>
    </message>
    <message>
        <source>It tries again by itself in less than a minute.</source>
        <translation>کمتر از یک دقیقهٔ دیگر خودش دوباره امتحان می‌کند.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n minute(s).</source>
        <translation>
            <numerusform>حدود %n دقیقهٔ دیگر خودش دوباره امتحان می‌کند.</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>کمتر از یک دقیقه مانده</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>حدود %n دقیقه مانده</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>حدود %n ساعت مانده</numerusform>
        </translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>کنار گذاشته شده</translation>
    </message>
    <message>
        <source>{sent} of {size}</source>
        <translation>{sent} از {size}</translation>
    </message>
    <message>
        <source>copied to a stick on {day}</source>
        <translation>در {day} روی فلش کپی شده</translation>
    </message>
    <message>
        <source>Still to be sent: {amount}.</source>
        <translation>هنوز باید فرستاده شود: {amount}.</translation>
    </message>
    <message numerus="yes">
        <source>%n story(s) copied. You can pull the stick out now.</source>
        <translation>
            <numerusform>%n داستان کپی شد. حالا می‌توانید فلش را بیرون بکشید.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are not genuine. Nothing was erased for them.</source>
        <translation>
            <numerusform>%n رسید واقعی نیست. برای آن چیزی پاک نشد.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can pull the stick out now.</source>
        <translation>حالا می‌توانید فلش را بیرون بکشید.</translation>
    </message>
    <message>
        <source>What this device knows of its archive is damaged.</source>
        <translation>آنچه این دستگاه از آرشیو خود می‌داند خراب شده است.</translation>
    </message>
    <message>
        <source>Ask the archive&apos;s people for a new code, and connect again.</source>
        <translation>از افراد آرشیو کد تازه بخواهید و دوباره وصل کنید.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet.</source>
        <translation>این دستگاه هنوز به آرشیوی وصل نیست.</translation>
    </message>
    <message>
        <source>Enter an enrolment code first. Until then stories are kept here.</source>
        <translation>اول یک کد اتصال وارد کنید. تا آن وقت داستان‌ها اینجا می‌مانند.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running.</source>
        <translation>بخشی که داستان‌ها را می‌فرستد کار نمی‌کند.</translation>
    </message>
    <message>
        <source>Close this program and start it again.</source>
        <translation>برنامه را ببندید و دوباره باز کنید.</translation>
    </message>
    <message>
        <source>Story {number}: {state}</source>
        <translation>داستان {number}: {state}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of one line</comment>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to take a story back still wait.</source>
        <translation>
            <numerusform>%n درخواست برای پس گرفتن داستان هنوز منتظر است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive has signed for %n more part(s) of stories.</source>
        <translation>
            <numerusform>آرشیو برای %n بخش دیگر از داستان‌ها رسید داده است.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are for another device, and were left alone.</source>
        <translation>
            <numerusform>%n رسید برای دستگاه دیگری است و دست نخورد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people.</source>
        <translation>به افراد آرشیو بگویید.</translation>
    </message>
    <message>
        <source>The archive has not been asked yet.</source>
        <translation>هنوز از آرشیو پرسیده نشده است.</translation>
    </message>
    <message>
        <source>The archive answers.</source>
        <translation>آرشیو جواب می‌دهد.</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>به آرشیو دسترسی نیست.</translation>
    </message>
    <message>
        <source>Check the internet of this device. A stick works without it.</source>
        <translation>اینترنت این دستگاه را ببینید. با فلش بدون اینترنت هم می‌شود.</translation>
    </message>
    <message>
        <source>This network asks you to log in first.</source>
        <translation>این شبکه می‌خواهد اول وارد شوید.</translation>
    </message>
    <message>
        <source>Open a web page, log in there, then press Send now.</source>
        <translation>یک صفحهٔ وب باز کنید و آنجا وارد شوید. بعد «اکنون بفرست» را بزنید.</translation>
    </message>
    <message>
        <source>Somebody on this network reads along. So nothing is sent here.</source>
        <translation>کسی در این شبکه همه چیز را می‌خواند. پس اینجا چیزی فرستاده نمی‌شود.</translation>
    </message>
    <message>
        <source>Use another network, such as that of a phone.</source>
        <translation>از شبکهٔ دیگری استفاده کنید، مثلاً شبکهٔ یک تلفن.</translation>
    </message>
    <message>
        <source>The date of this device is wrong.</source>
        <translation>تاریخ این دستگاه درست نیست.</translation>
    </message>
    <message>
        <source>Set it in the system&apos;s settings, then press Send now.</source>
        <translation>آن را در تنظیمات سیستم درست کنید. بعد «اکنون بفرست» را بزنید.</translation>
    </message>
    <message>
        <source>The archive does not recognise this device any more.</source>
        <translation>آرشیو دیگر این دستگاه را نمی‌شناسد.</translation>
    </message>
    <message>
        <source>Ask its people for a new code, and connect again.</source>
        <translation>از افراد آن کد تازه بخواهید و دوباره وصل کنید.</translation>
    </message>
    <message>
        <source>The archive has ended the connection with this device.</source>
        <translation>آرشیو ارتباط با این دستگاه را پایان داده است.</translation>
    </message>
    <message>
        <source>Ask its people why. A new code connects it again.</source>
        <translation>از افراد آن بپرسید چرا. یک کد تازه دوباره وصلش می‌کند.</translation>
    </message>
    <message>
        <source>The archive has no room at the moment.</source>
        <translation>آرشیو فعلاً جا ندارد.</translation>
    </message>
    <message>
        <source>Tell its people. The stories stay safe here, and go later.</source>
        <translation>به افراد آن بگویید. داستان‌ها اینجا امن می‌مانند و بعداً می‌روند.</translation>
    </message>
    <message>
        <source>The archive has too much to do at the moment.</source>
        <translation>آرشیو فعلاً کار زیادی دارد.</translation>
    </message>
    <message>
        <source>The archive takes no more from this device for now.</source>
        <translation>آرشیو فعلاً از این دستگاه بیشتر نمی‌گیرد.</translation>
    </message>
    <message>
        <source>It goes on by itself later. The archive&apos;s people can allow more.</source>
        <translation>بعداً خودش ادامه می‌دهد. افراد آرشیو می‌توانند بیشتر اجازه بدهند.</translation>
    </message>
    <message>
        <source>Use a free network, or press Send now to send it anyway.</source>
        <translation>از شبکهٔ رایگان استفاده کنید، یا با این حال «اکنون بفرست» را بزنید.</translation>
    </message>
    <message>
        <source>The archive gives answers that this program does not understand.</source>
        <translation>آرشیو جواب‌هایی می‌دهد که این برنامه نمی‌فهمد.</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people. This program may be too old.</source>
        <translation>به افراد آرشیو بگویید. شاید این برنامه خیلی قدیمی باشد.</translation>
    </message>
    <message>
        <source>The address of the archive cannot be used.</source>
        <translation>نشانی آرشیو قابل استفاده نیست.</translation>
    </message>
    <message>
        <source>the archive can listen to it already</source>
        <translation>آرشیو همین حالا می‌تواند آن را بشنود</translation>
    </message>
    <message>
        <source>Nothing can be written to this stick. Is its lock on?</source>
        <translation>روی این فلش نمی‌شود نوشت. آیا قفل آن روشن است؟</translation>
    </message>
    <message>
        <source>This stick cannot be read. Use another one.</source>
        <translation>این فلش خوانده نمی‌شود. از فلش دیگری استفاده کنید.</translation>
    </message>
    <message>
        <source>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</source>
        <translation>یک داستان برای قالب این فلش خیلی بزرگ است. از فلشی با قالب exFAT استفاده کنید.</translation>
    </message>
    <message>
        <source>Something on this stick is not a plain file. Use another stick.</source>
        <translation>چیزی روی این فلش فایل ساده نیست. از فلش دیگری استفاده کنید.</translation>
    </message>
    <message>
        <source>There is no receipt on this stick. The archive has to read it first.</source>
        <translation>روی این فلش رسیدی نیست. اول آرشیو باید آن را بخواند.</translation>
    </message>
    <message>
        <source>A stick is being read or written already. Wait until that is done.</source>
        <translation>یک فلش همین حالا در حال خواندن یا نوشتن است. تا پایان آن صبر کنید.</translation>
    </message>
    <message>
        <source>There is nothing to copy. The archive has every story.</source>
        <translation>چیزی برای کپی نیست. آرشیو همهٔ داستان‌ها را دارد.</translation>
    </message>
    <message>
        <source>Copying was stopped. What is on the stick is not complete.</source>
        <translation>کپی متوقف شد. آنچه روی فلش است کامل نیست.</translation>
    </message>
    <message>
        <source>The stick could not be read or written. Please try again.</source>
        <translation>فلش خوانده یا نوشته نشد. لطفاً دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>Nothing is new: these receipts were read before.</source>
        <translation>چیز تازه‌ای نیست: این رسیدها قبلاً خوانده شده‌اند.</translation>
    </message>
    <message>
        <source>There is no receipt for this device on the stick.</source>
        <translation>روی فلش رسیدی برای این دستگاه نیست.</translation>
    </message>
    <message>
        <source>A saved story is missing from this device. Tell the archive&apos;s people.</source>
        <translation>یک داستان ذخیره‌شده در این دستگاه نیست. به افراد آرشیو بگویید.</translation>
    </message>
    <message>
        <source>A saved story cannot be read. The disk may be broken.</source>
        <translation>یک داستان ذخیره‌شده خوانده نمی‌شود. شاید دیسک خراب باشد.</translation>
    </message>
    <message>
        <source>To save money, the rest waits.</source>
        <translation>برای اینکه پول خرج نشود، بقیه منتظر می‌ماند.</translation>
    </message>
    <message>
        <source>The stick is full. Copy the rest to another one.</source>
        <translation>فلش پر است. بقیه را روی فلش دیگری کپی کنید.</translation>
    </message>
    <message>
        <source>The stick is gone. Plug it in and start again: it goes on where it stopped.</source>
        <translation>فلش دیگر نیست. آن را وصل کنید و دوباره شروع کنید: از همان‌جا ادامه می‌دهد.</translation>
    </message>
    <message>
        <source>The archive does not take a story. Copy it to a stick and tell its people.</source>
        <translation>آرشیو یک داستان را نمی‌پذیرد. آن را روی فلش کپی کنید و به افراد آن بگویید.</translation>
    </message>
    <message>
        <source>The archive&apos;s receipt is not genuine, so nothing is erased. Tell its people.</source>
        <translation>رسید آرشیو واقعی نیست، پس چیزی پاک نمی‌شود. به افراد آن بگویید.</translation>
    </message>
    <message>
        <source>A story arrives damaged each time. Copy it to a stick.</source>
        <translation>یک داستان هر بار خراب می‌رسد. آن را روی فلش کپی کنید.</translation>
    </message>
    <message>
        <source>A saved story is not as it was. The disk may be broken.</source>
        <translation>یک داستان ذخیره‌شده مثل قبل نیست. شاید دیسک خراب باشد.</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Words for this photo</source>
        <translation>نوشته برای این عکس</translation>
    </message>
    <message>
        <source>Leave out names that nobody should know.</source>
        <translation>نام‌هایی را که کسی نباید بداند، ننویسید.</translation>
    </message>
    <message>
        <source>Earlier photos</source>
        <translation>عکس‌های قبلی</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>عکس‌های بیشتر</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>در جست‌وجوی عکس‌ها…</translation>
    </message>
    <message>
        <source>Not a photo</source>
        <translation>عکس نیست</translation>
    </message>
    <message>
        <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
        <translation>لطفاً فلش یا تلفنی وصل کنید. بعد دوباره «افزودن عکس» را لمس کنید.</translation>
    </message>
    <message>
        <source>Touch a photo to add it.</source>
        <translation>برای اضافه کردن یک عکس، آن را لمس کنید.</translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation>اینجا عکسی نیست.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>یک لحظه</translation>
    </message>
    <message>
        <source>Prepared photos</source>
        <translation>عکس‌های آماده</translation>
    </message>
    <message>
        <source>Add photo {number}</source>
        <translation>افزودن عکس {number}</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>افزودن عکس</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>چرخاندن</translation>
    </message>
    <message>
        <source>Cover something</source>
        <translation>پوشاندن چیزی</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>افزودن نوشته</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>برداشتن</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>لغو</translation>
    </message>
    <message>
        <source>Cover for good</source>
        <translation>پوشاندن برای همیشه</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تمام</translation>
    </message>
    <message>
        <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
        <translation>عکس برای پوشاندن: حرکت با کلیدهای جهت، اندازه با Shift و کلیدهای جهت، پوشاندن با Enter</translation>
    </message>
    <message>
        <source>What should nobody see?</source>
        <translation>چه چیزی را هیچ‌کس نباید ببیند؟</translation>
    </message>
    <message>
        <source>Draw over faces and signs. What you cover is gone for good.</source>
        <translation>روی چهره‌ها و تابلوها بکشید. چیزی که می‌پوشانید برای همیشه از بین می‌رود.</translation>
    </message>
    <message>
        <source>Choose your photos</source>
        <translation>عکس‌هایتان را انتخاب کنید</translation>
    </message>
    <message>
        <source>{count} of {most} photos</source>
        <translation>{count} از {most} عکس</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>عکس {number}</translation>
    </message>
    <message>
        <source>What does this photo show?</source>
        <translation>این عکس چه چیزی را نشان می‌دهد؟</translation>
    </message>
    <message>
        <source>You can leave this empty. The words are seen wherever the photo is seen.</source>
        <translation>می‌توانید این را خالی بگذارید. هر جا عکس دیده شود، نوشته هم دیده می‌شود.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>I said a name</source>
        <translation>نامی گفتم</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>ضبط دوباره</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>رد شدن از این سؤال</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>مکث</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تمام</translation>
    </message>
    <message numerus="yes">
        <source>An answer can be %n minutes long. All you said is saved.</source>
        <translation>
            <numerusform>هر پاسخ می‌تواند %n دقیقه باشد. همهٔ آنچه گفته‌اید ذخیره شده است.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>این را نگه می‌دارم</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>قبلی را نگه می‌دارم</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please try again.</source>
        <translation>چیزی ضبط نشد. لطفاً دوباره امتحان کنید.</translation>
    </message>
    <message>
        <source>Do not record yet</source>
        <translation>هنوز ضبط نشود</translation>
    </message>
    <message>
        <source>Get ready. Press again to stop the countdown.</source>
        <translation>آماده شوید. برای توقف شمارش، دوباره بزنید.</translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. Please call staff, then record again.</source>
        <translation>هیچ صدایی از میکروفون نیامد. لطفاً به کارکنان خبر بدهید، بعد دوباره ضبط کنید.</translation>
    </message>
    <message>
        <source>The microphone was turned off for a while. Please call staff, then record again.</source>
        <translation>میکروفون مدتی خاموش بود. لطفاً به کارکنان خبر بدهید، بعد دوباره ضبط کنید.</translation>
    </message>
    <message>
        <source>We heard only a steady noise and no voice. Please call staff.</source>
        <translation>فقط صدای یکنواختی شنیدیم، نه حرف زدن. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message>
        <source>We heard almost nothing. Please come closer and record again.</source>
        <translation>تقریباً چیزی نشنیدیم. لطفاً نزدیک‌تر بیایید و دوباره ضبط کنید.</translation>
    </message>
    <message>
        <source>This is very short. You can record again if you want to say more.</source>
        <translation>این خیلی کوتاه است. اگر می‌خواهید بیشتر بگویید، می‌توانید دوباره ضبط کنید.</translation>
    </message>
    <message>
        <source>Your voice is very quiet. You can come closer and record again.</source>
        <translation>صدای شما خیلی آرام است. می‌توانید نزدیک‌تر بیایید و دوباره ضبط کنید.</translation>
    </message>
    <message>
        <source>Some parts are too loud and may crackle. You can move back and record again.</source>
        <translation>بعضی جاها خیلی بلند است و شاید خش‌خش کند. می‌توانید عقب‌تر بروید و دوباره ضبط کنید.</translation>
    </message>
    <message>
        <source>What you said so far is saved. Recording is interrupted.</source>
        <translation>آنچه تا حالا گفته‌اید ذخیره شده است. ضبط قطع شده است.</translation>
    </message>
    <message>
        <source>Picture of your voice</source>
        <translation>شکل صدای شما</translation>
    </message>
    <message numerus="yes">
        <source>Marked. Names marked so far: %n</source>
        <translation>
            <numerusform>نشانه گذاشته شد. نام‌های نشان‌شده تا حالا: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A small part of the sound is missing. Please listen to it.</source>
        <translation>بخش کوچکی از صدا نیست. لطفاً به آن گوش بدهید.</translation>
    </message>
    <message>
        <source>No microphone. Press the red button to try again.</source>
        <translation>میکروفونی نیست. برای امتحان دوباره، دکمهٔ قرمز را بزنید.</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>ادامهٔ ضبط</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>همین بود</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>یک لحظه، میکروفون در حال باز شدن است.</translation>
    </message>
    <message>
        <source>Press the red button and speak.</source>
        <translation>دکمهٔ قرمز را بزنید و حرف بزنید.</translation>
    </message>
    <message>
        <source>Recording. It is saved as you speak.</source>
        <translation>در حال ضبط. همین‌طور که حرف می‌زنید، ذخیره می‌شود.</translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded now.</source>
        <translation>مکث. اکنون چیزی ضبط نمی‌شود.</translation>
    </message>
    <message>
        <source>One moment, it is being saved.</source>
        <translation>یک لحظه، در حال ذخیره شدن است.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>توقف ضبط</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>شروع ضبط</translation>
    </message>
    <message>
        <source>Your answer is saved on this device.</source>
        <translation>پاسخ شما در این دستگاه ذخیره شده است.</translation>
    </message>
    <message>
        <source>Listen to it. Then keep it, or record again.</source>
        <translation>به آن گوش بدهید. بعد آن را نگه دارید یا دوباره ضبط کنید.</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation>برگشت</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ادامه</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>Further up</source>
        <translation>بالاتر</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>پایین‌تر</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Your story is on its way to the archive.</source>
        <translation>داستان شما در راه آرشیو است.</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>کد شما</translation>
    </message>
    <message>
        <source>The same code as a picture for a phone</source>
        <translation>همان کد به شکل تصویر برای تلفن</translation>
    </message>
    <message>
        <source>your code</source>
        <translation>کد شما</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>زمان بیشتر</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تمام</translation>
    </message>
    <message numerus="yes">
        <source>This page closes by itself in %n second(s).</source>
        <translation>
            <numerusform>این صفحه تا %n ثانیهٔ دیگر خودش بسته می‌شود.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>Go on</source>
        <translation>ادامه</translation>
    </message>
</context>
<context>
    <name>Space</name>
    <message>
        <source>This device is almost full. Please call staff.</source>
        <translation>این دستگاه تقریباً پر است. لطفاً به کارکنان خبر بدهید.</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left for this answer</source>
        <translation>
            <numerusform>حدود %n دقیقه برای این پاسخ مانده است</numerusform>
        </translation>
    </message>
    <message>
        <source>Plenty of space left on this device</source>
        <translation>در این دستگاه جای زیادی هست</translation>
    </message>
    <message numerus="yes">
        <source>About %n hours of space left on this device</source>
        <translation>
            <numerusform>در این دستگاه حدود %n ساعت جا هست</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes of space left on this device</source>
        <translation>
            <numerusform>در این دستگاه حدود %n دقیقه جا هست</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left for this answer</source>
        <translation>کمتر از یک دقیقه برای این پاسخ مانده است</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source> → </source>
        <comment>points in reading direction</comment>
        <translation> ← </translation>
    </message>
    <message>
        <source>Each story goes through these steps: {steps}.</source>
        <translation>هر داستان از این مرحله‌ها می‌گذرد: {steps}.</translation>
    </message>
    <message>
        <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
        <translation>هنوز در آرشیو نیست: {waiting}. در آرشیو: {arrived}.</translation>
    </message>
    <message>
        <source>Stories on their way</source>
        <translation>داستان‌های در راه</translation>
    </message>
    <message>
        <source>There is no finished story on this device.</source>
        <translation>در این دستگاه داستان تمام‌شده‌ای نیست.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>اکنون بفرست</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>کپی روی فلش</translation>
    </message>
    <message>
        <source>Read receipts</source>
        <translation>خواندن رسیدها</translation>
    </message>
    <message>
        <source>Finished stories</source>
        <translation>داستان‌های تمام‌شده</translation>
    </message>
    <message>
        <source>Trying to send now. This page shows how far it got.</source>
        <translation>برای فرستادن تلاش می‌شود. این صفحه نشان می‌دهد کار تا کجا پیش رفته است.</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>آماده است؟</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>داستان‌ها</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>ناتمام</translation>
    </message>
    <message>
        <source>Record the voice</source>
        <translation>ضبط صدا</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>تغییر رمز</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>بستن برنامه</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>برگشت به اول</translation>
    </message>
    <message>
        <source>For staff</source>
        <comment>the whole part of the program behind the PIN</comment>
        <translation>برای کارکنان</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>پاک کردن آخرین رقم</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>ورود</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n رقم وارد شده</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>برگشت</translation>
    </message>
    <message>
        <source>It has {least} to {most} digits. Keep it in a good place.</source>
        <translation>رمز {least} تا {most} رقم دارد. آن را جای خوبی نگه دارید.</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>یک بار دیگر وارد کنید</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>چند بار اشتباه شد. لطفاً %n ثانیه صبر کنید.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the staff PIN</source>
        <translation>رمز کارکنان را وارد کنید</translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <translation>یک رمز برای کارکنان انتخاب کنید</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. You have %n more chance(s).</source>
        <translation>
            <numerusform>این رمز درست نیست. %n بار دیگر می‌توانید امتحان کنید.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>این دو یکی نبودند. لطفاً دوباره انتخاب کنید.</translation>
    </message>
    <message>
        <source>Paste the enrolment code here</source>
        <translation>کد اتصال را اینجا بگذارید</translation>
    </message>
    <message>
        <source>Type the staff passphrase here</source>
        <translation>عبارت رمز کارکنان را اینجا وارد کنید</translation>
    </message>
    <message>
        <source>The one the system chooses</source>
        <translation>هر کدام که سیستم انتخاب کند</translation>
    </message>
    <message>
        <source>Is everything ready?</source>
        <translation>همه چیز آماده است؟</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>آرشیو</translation>
    </message>
    <message>
        <source>Read this aloud and compare it with the archive&apos;s own</source>
        <translation>این را بلند بخوانید و با رقم‌های خود آرشیو مقایسه کنید</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>باز کردن</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>میکروفون</translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation>در حال پرسیدن از آرشیو…</translation>
    </message>
    <message>
        <source>This device is connected. Compare the digits below with the archive&apos;s.</source>
        <translation>این دستگاه وصل شد. رقم‌های پایین را با رقم‌های آرشیو مقایسه کنید.</translation>
    </message>
    <message>
        <source>This device does not belong to an archive yet.</source>
        <translation>این دستگاه هنوز مال هیچ آرشیوی نیست.</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>توقف کپی</translation>
    </message>
    <message>
        <source>Choose a stick again</source>
        <translation>دوباره انتخاب فلش</translation>
    </message>
    <message>
        <source>Back to the stories</source>
        <translation>برگشت به داستان‌ها</translation>
    </message>
    <message>
        <source>How much is copied</source>
        <translation>چقدر کپی شده</translation>
    </message>
    <message>
        <source>Every story is still safe on this device.</source>
        <translation>همهٔ داستان‌ها هنوز در این دستگاه امن هستند.</translation>
    </message>
    <message>
        <source>Choose the stick for the stories.</source>
        <translation>فلش را برای داستان‌ها انتخاب کنید.</translation>
    </message>
    <message>
        <source>Only the archive can open what is copied to it.</source>
        <translation>فقط آرشیو می‌تواند آنچه روی آن کپی می‌شود باز کند.</translation>
    </message>
    <message>
        <source>Choose the stick that was at the archive.</source>
        <translation>فلشی را که در آرشیو بود انتخاب کنید.</translation>
    </message>
    <message>
        <source>The stories are being copied. Leave the stick in.</source>
        <translation>داستان‌ها در حال کپی است. فلش را بیرون نکشید.</translation>
    </message>
    <message>
        <source>The receipts are being read. Leave the stick in.</source>
        <translation>رسیدها در حال خواندن است. فلش را بیرون نکشید.</translation>
    </message>
    <message>
        <source>Plug in a USB stick. It appears here after a moment.</source>
        <translation>یک فلش وصل کنید. بعد از لحظه‌ای اینجا دیده می‌شود.</translation>
    </message>
    <message numerus="yes">
        <source>Story {number}: %n answer(s), {length} of sound</source>
        <translation>
            <numerusform>داستان {number}: %n پاسخ، {length} صدا</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished stories</source>
        <translation>داستان‌های ناتمام</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>ادامه دادن آن</translation>
    </message>
    <message>
        <source>Go on only if the person who told it is here and wants to.</source>
        <translation>فقط وقتی ادامه دهید که گویندهٔ داستان اینجا باشد و بخواهد.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>داستان ناتمامی نیست.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>پاک کردن برای همیشه</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>پاک کردن</translation>
    </message>
    <message>
        <source>In a person&apos;s voice: {count} of {total}</source>
        <translation>با صدای یک انسان: {count} از {total}</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>فقط آنچه مانده</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>همه چیز ضبط شده است.</translation>
    </message>
    <message>
        <source>A person&apos;s voice</source>
        <translation>صدای یک انسان</translation>
    </message>
    <message>
        <source>The computer&apos;s voice</source>
        <translation>صدای کامپیوتر</translation>
    </message>
    <message>
        <source>No voice yet</source>
        <translation>هنوز بدون صدا</translation>
    </message>
    <message>
        <source>The three questions</source>
        <translation>سه سؤال</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>کلمه‌های دیگر</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>عددها</translation>
    </message>
    <message>
        <source>Hear it as it is now</source>
        <translation>شنیدن صدای فعلی</translation>
    </message>
    <message>
        <source>Take this voice away again</source>
        <translation>برداشتن این صدا</translation>
    </message>
    <message>
        <source>List</source>
        <translation>فهرست</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>قبلی</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>بعدی</translation>
    </message>
    <message>
        <source>A visit is still going on. You can record when it is over.</source>
        <translation>هنوز کسی با دستگاه کار می‌کند. وقتی کارش تمام شود، می‌توانید ضبط کنید.</translation>
    </message>
    <message>
        <source>It is saved, and heard from now on.</source>
        <translation>ذخیره شد و از حالا شنیده می‌شود.</translation>
    </message>
    <message>
        <source>Start recording, and read the words aloud.</source>
        <translation>ضبط را شروع کنید و کلمه‌ها را بلند بخوانید.</translation>
    </message>
    <message>
        <source>Read the words aloud now.</source>
        <translation>اکنون کلمه‌ها را بلند بخوانید.</translation>
    </message>
    <message>
        <source>Choose a language. Then read aloud what the pages say in it.</source>
        <translation>یک زبان انتخاب کنید. بعد آنچه را صفحه‌ها به آن زبان می‌گویند، بلند بخوانید.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Touch to begin</source>
        <translation>برای شروع لمس کنید</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n عکس</numerusform>
        </translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>هنوز انتخاب نشده</translation>
    </message>
    <message>
        <source>You asked for nothing</source>
        <translation>چیزی نخواسته‌اید</translation>
    </message>
    <message>
        <source>Only your note</source>
        <translation>فقط یادداشت شما</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>رد شده</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>بدون عکس</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>عکس‌ها</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>نام</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>صدا</translation>
    </message>
    <message>
        <source>May be heard</source>
        <translation>جای شنیدن</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>کمک</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>هیچ جا</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>، </translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>پاسخ {number}</translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n cut(s)</source>
        <translation>
            <numerusform>{length}، %n برش</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation>اندازهٔ متن</translation>
    </message>
    <message numerus="yes">
        <source>Text size, now %n of 4</source>
        <translation>
            <numerusform>اندازهٔ متن، اکنون %n از 4</numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>زبان</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>کمک</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>توقف و خروج</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>read this page aloud</comment>
        <translation>گوش دادن</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>توقف خواندن</translation>
    </message>
    <message>
        <source>Listen: read this page aloud</source>
        <translation>گوش دادن: این صفحه بلند خوانده می‌شود</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>مرحلهٔ {step} از {steps}</translation>
    </message>
</context>
<context>
    <name>Trim</name>
    <message>
        <source>Trim</source>
        <translation>کوتاه کردن</translation>
    </message>
    <message>
        <source>{kept} of {all} is kept. What is grey falls away.</source>
        <translation>{kept} از {all} می‌ماند. بخش خاکستری حذف می‌شود.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>شروع اینجا</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>پایان اینجا</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>نگه داشتن همه</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>جای شروع</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>جای پایان</translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
        <translation>شما انتخاب کردید که در آرشیو بماند. پس اینجا چیزی برای تیک زدن نیست.</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Take a story back</source>
        <translation>پس گرفتن یک داستان</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n رقم وارد شده</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your code. It has 16 digits.</source>
        <translation>کد خود را وارد کنید. کد 16 رقم دارد.</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>پاک کردن آخرین رقم</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>ورود</translation>
    </message>
    <message>
        <source>Do you want to take this story back?</source>
        <translation>آیا می‌خواهید این داستان را پس بگیرید؟</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>بله، پس می‌گیرم</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>نه، بماند</translation>
    </message>
    <message>
        <source>Your story will be erased. Nobody can bring it back.</source>
        <translation>داستان شما پاک می‌شود. هیچ‌کس نمی‌تواند آن را برگرداند.</translation>
    </message>
    <message>
        <source>What others have copied cannot be called back.</source>
        <translation>آنچه دیگران کپی کرده‌اند را نمی‌توان برگرداند.</translation>
    </message>
    <message>
        <source>Your story was on this device. It is erased now.</source>
        <translation>داستان شما در این دستگاه بود. اکنون پاک شده است.</translation>
    </message>
    <message>
        <source>If a story with this code has arrived, it is taken back.</source>
        <translation>اگر داستانی با این کد رسیده باشد، پس گرفته می‌شود.</translation>
    </message>
    <message>
        <source>This device tells the archive as soon as there is internet.</source>
        <translation>این دستگاه همین که اینترنت باشد، به آرشیو خبر می‌دهد.</translation>
    </message>
</context>
</TS>
