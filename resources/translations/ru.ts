<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AudioBar</name>
    <message>
        <source>Stop listening</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>Прослушать</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Позиция</translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation>{now} из {all}</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>There is nothing to hear yet.</source>
        <translation>Слушать пока нечего.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Saving your story…</source>
        <translation>Сохраняем вашу историю…</translation>
    </message>
    <message>
        <source>Send my story</source>
        <translation>Отправить мою историю</translation>
    </message>
    <message>
        <source>The public will hear nothing. You ticked no place.</source>
        <translation>Публика ничего не услышит. Ни одно место не отмечено.</translation>
    </message>
    <message>
        <source>The public will not hear your recording. Someone else reads your words.</source>
        <translation>Публика не услышит вашу запись. Ваши слова читает другой человек.</translation>
    </message>
    <message>
        <source>The public will hear nothing. They read your words.</source>
        <translation>Публика ничего не услышит. Люди читают ваши слова.</translation>
    </message>
    <message>
        <source>The public will hear nothing. Your story stays in the archive.</source>
        <translation>Публика ничего не услышит. Ваша история остаётся в архиве.</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Hear what the public hears</source>
        <translation>Услышать то, что слышит публика</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>How this looks</source>
        <translation>Как выглядит экран</translation>
    </message>
    <message>
        <source>How big the words are</source>
        <translation>Размер шрифта</translation>
    </message>
    <message>
        <source>Stronger colours</source>
        <translation>Более яркие цвета</translation>
    </message>
    <message>
        <source>Dark words on white, and thick lines.</source>
        <translation>Тёмные слова на белом и толстые линии.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Меньше движения</translation>
    </message>
    <message>
        <source>Pictures on the screen stand still.</source>
        <translation>Картинки на экране не двигаются.</translation>
    </message>
    <message>
        <source>Size {number}</source>
        <translation>Размер {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This device cannot save or read unfinished stories. Please call staff.</source>
        <translation>Это устройство не может сохранить или прочитать незаконченные истории. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
        <translation>Это устройство сейчас не может защитить незаконченные истории. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>The archive&apos;s key on this device is damaged. Please call staff.</source>
        <translation>Ключ архива на этом устройстве повреждён. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>This code is not complete or has a typing mistake. It has 16 digits.</source>
        <translation>Этот код неполный или в нём опечатка. В нём 16 цифр.</translation>
    </message>
    <message>
        <source>This device is full. What you have said so far is safe. Please call staff.</source>
        <translation>На этом устройстве нет места. Всё сказанное сохранено. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. What you have said so far is safe. Please call staff.</source>
        <translation>Диск этого устройства работает неправильно. Всё сказанное сохранено. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>A part of this story cannot be read. Please call staff.</source>
        <translation>Часть этой истории не удаётся прочитать. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>This passphrase is not right.</source>
        <translation>Эта фраза-пароль неверная.</translation>
    </message>
    <message>
        <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
        <translation>Микрофон отключился. Всё сказанное сохранено. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>This device has changed to another microphone. What you have said so far is safe. Please call staff.</source>
        <translation>Это устройство перешло на другой микрофон. Всё сказанное сохранено. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
        <translation>Выбранный микрофон не подключён. Подключите его или попросите сотрудников выбрать другой.</translation>
    </message>
    <message>
        <source>This device has no microphone. Please connect one, or call staff.</source>
        <translation>У этого устройства нет микрофона. Подключите его или позовите сотрудников.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
        <translation>Микрофон не включается. Возможно, его заняла другая программа или доступ не разрешён.</translation>
    </message>
    <message>
        <source>The microphones of this device cannot be listed. Please call staff.</source>
        <translation>Не удаётся найти микрофоны этого устройства. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>Recording has stopped working. Please call staff.</source>
        <translation>Запись перестала работать. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>The loudspeaker of this device cannot be used. Please call staff.</source>
        <translation>Динамик этого устройства не работает. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>This page cannot be read aloud just now.</source>
        <translation>Сейчас эту страницу нельзя прочитать вслух.</translation>
    </message>
    <message>
        <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
        <translation>Не удалось подготовить звук. Ничего не потеряно. Попробуйте ещё раз или позовите сотрудников.</translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation>Этот файл пустой. Пожалуйста, выберите другой.</translation>
    </message>
    <message>
        <source>This file is too large for a photo. Please choose another one.</source>
        <translation>Этот файл слишком большой для фото. Пожалуйста, выберите другой.</translation>
    </message>
    <message>
        <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
        <translation>Такое фото мы не можем взять. Имена фото оканчиваются на JPG, PNG, WebP или HEIC.</translation>
    </message>
    <message>
        <source>This picture is larger than we can take. Please choose a smaller one.</source>
        <translation>Это фото слишком большое. Пожалуйста, выберите фото поменьше.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be opened. Please choose another one.</source>
        <translation>Это фото повреждено и не открывается. Пожалуйста, выберите другое.</translation>
    </message>
    <message>
        <source>This photo took too long to open. Please choose another one.</source>
        <translation>Это фото открывается слишком долго. Пожалуйста, выберите другое.</translation>
    </message>
    <message>
        <source>Photos cannot be opened on this device just now. Please call staff.</source>
        <translation>Сейчас на этом устройстве нельзя открыть фото. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick or phone still connected?</source>
        <translation>Этот файл не удаётся прочитать. Флешка или телефон ещё подключены?</translation>
    </message>
    <message>
        <source>Too many codes were typed here. Please try again in an hour.</source>
        <translation>Здесь вводили слишком много кодов. Пожалуйста, попробуйте ещё раз через час.</translation>
    </message>
    <message>
        <source>Your story will not be sent, but this device could not erase it yet. Please call staff.</source>
        <translation>Ваша история не будет отправлена. Но это устройство пока не смогло её удалить. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Please call staff.</source>
        <translation>Это устройство ещё не подключено к архиву. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>Connecting to the archive did not work. Please try again.</source>
        <translation>Подключиться к архиву не удалось. Пожалуйста, попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>This is not an enrolment code. It begins with IDR1-.</source>
        <translation>Это не код подключения. Код начинается с IDR1-.</translation>
    </message>
    <message>
        <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
        <translation>В этом коде подключения ошибка. Скопируйте его из архива ещё раз.</translation>
    </message>
    <message>
        <source>This enrolment code was used before. Ask the archive for a new one.</source>
        <translation>Этот код подключения уже использован. Попросите в архиве новый.</translation>
    </message>
    <message>
        <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
        <translation>Этот код подключения больше не действует. Попросите в архиве новый.</translation>
    </message>
    <message>
        <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
        <translation>Здесь ещё ждут истории для прежнего архива этого устройства. Сначала отправьте их.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. Please call staff.</source>
        <translation>Диск этого устройства работает неправильно. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>The settings of this device cannot be written.</source>
        <translation>Не удаётся сохранить настройки этого устройства.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Chosen</source>
        <translation>Выбрано</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Не выбрано</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>There is no room for more stories. Send what waits, or free some space.</source>
        <translation>Для новых историй нет места. Отправьте те, что ждут, или освободите место.</translation>
    </message>
    <message>
        <source>There is room for about {hours} more hours of sound.</source>
        <translation>Сколько часов звука ещё поместится: примерно {hours}.</translation>
    </message>
    <message>
        <source>There is room for about {hours} hours of sound.</source>
        <translation>Сколько часов звука поместится: примерно {hours}.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check the system&apos;s settings.</source>
        <translation>Микрофон не найден. Подключите его или проверьте настройки системы.</translation>
    </message>
    <message>
        <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
        <translation>Выбранный микрофон не подключён. Подключите его или выберите другой.</translation>
    </message>
    <message>
        <source>The microphone is turned off in the system&apos;s settings. Turn it on there.</source>
        <translation>Микрофон выключен в настройках системы. Включите его там.</translation>
    </message>
    <message>
        <source>A microphone is ready.</source>
        <translation>Микрофон готов.</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
        <translation>Динамик не найден. Никто не сможет прослушать страницу или ответ.</translation>
    </message>
    <message>
        <source>A loudspeaker is ready.</source>
        <translation>Динамик готов.</translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it in the system&apos;s settings.</source>
        <translation>На этом устройстве неверная дата. Исправьте её в настройках системы.</translation>
    </message>
    <message>
        <source>The date looks right.</source>
        <translation>Дата похожа на правильную.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used. A story cut short by a crash is lost then.</source>
        <translation>Хранилище ключей системы не работает. Если случится сбой, незаконченная история пропадёт.</translation>
    </message>
    <message>
        <source>The system&apos;s key store works.</source>
        <translation>Хранилище ключей системы работает.</translation>
    </message>
    <message>
        <source>No staff passphrase was chosen. A story cut short by a crash is lost then.</source>
        <translation>Фраза-пароль сотрудников не выбрана. Если случится сбой, незаконченная история пропадёт.</translation>
    </message>
    <message>
        <source>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</source>
        <translation>Фраза-пароль сотрудников ещё не введена. До этого при сбое незаконченная история пропадёт.</translation>
    </message>
    <message>
        <source>The staff passphrase was typed. Unfinished stories survive a crash.</source>
        <translation>Фраза-пароль сотрудников введена. Незаконченные истории не пропадут при сбое.</translation>
    </message>
    <message>
        <source>Please check that the system protects its disk with a password.</source>
        <translation>Пожалуйста, проверьте, что система защищает свой диск паролем.</translation>
    </message>
    <message>
        <source>The system&apos;s disk is not protected. Whoever takes this device could find traces.</source>
        <translation>Диск системы не защищён. Кто заберёт это устройство, может найти следы.</translation>
    </message>
    <message>
        <source>The system protects its disk.</source>
        <translation>Система защищает свой диск.</translation>
    </message>
    <message>
        <source>The system may write its memory to the disk. Turn off its swap space.</source>
        <translation>Система может записывать свою память на диск. Отключите файл подкачки (swap).</translation>
    </message>
    <message>
        <source>The system may save its memory when it sleeps. Turn off hibernation.</source>
        <translation>Система может сохранять свою память, когда засыпает. Отключите гибернацию.</translation>
    </message>
    <message>
        <source>This device may fall asleep while somebody speaks. Switch off its sleep in the system&apos;s settings.</source>
        <translation>Это устройство может заснуть, пока кто-то говорит. Отключите спящий режим в настройках системы.</translation>
    </message>
    <message>
        <source>This device stays awake while somebody speaks.</source>
        <translation>Это устройство не засыпает, пока кто-то говорит.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
        <translation>Это устройство ещё не подключено к архиву. Введите код подключения.</translation>
    </message>
    <message>
        <source>This device knows its archive.</source>
        <translation>Это устройство знает свой архив.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running. Close this program and start it again.</source>
        <translation>Часть, которая отправляет истории, не работает. Закройте эту программу и запустите её снова.</translation>
    </message>
    <message>
        <source>The part that sends stories is running.</source>
        <translation>Часть, которая отправляет истории, работает.</translation>
    </message>
    <message>
        <source>Recordings of the voice that cannot be used: {count}.</source>
        <translation>Записи голоса, которые нельзя использовать: {count}.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Your language</source>
        <translation>Ваш язык</translation>
    </message>
    <message>
        <source>A safe way to reach you</source>
        <translation>Безопасный способ связаться с вами</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>Что-нибудь ещё</translation>
    </message>
</context>
<context>
    <name>HowTo</name>
    <message>
        <source>How this works</source>
        <translation>Как это работает</translation>
    </message>
    <message>
        <source>You answer one question at a time. You can go back at any time.</source>
        <translation>Вы отвечаете на вопросы по одному. Вернуться назад можно в любой момент.</translation>
    </message>
    <message>
        <source>Listen reads the page aloud. Text size makes the words bigger.</source>
        <translation>«Слушать» читает страницу вслух. «Шрифт» увеличивает слова.</translation>
    </message>
    <message>
        <source>With the red button you start and stop recording.</source>
        <translation>Красной кнопкой вы начинаете и останавливаете запись.</translation>
    </message>
    <message>
        <source>Nothing leaves this device until you press Send my story.</source>
        <translation>Ничто не покинет это устройство, пока вы не нажмёте «Отправить мою историю».</translation>
    </message>
    <message>
        <source>Stop and leave deletes everything you have said here.</source>
        <translation>«Выйти» удаляет всё сказанное здесь.</translation>
    </message>
    <message>
        <source>If you are not sure, ask the people who invited you.</source>
        <translation>Если есть сомнения, спросите людей, которые вас пригласили.</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>I am here</source>
        <translation>Я здесь</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <translation>Выберите свой язык</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>Delete and leave</source>
        <translation>Удалить и выйти</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Остаться</translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Record 3 seconds</source>
        <translation>Записать 3 секунды</translation>
    </message>
    <message>
        <source>I can hear myself</source>
        <translation>Я слышу себя</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Уровень микрофона</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>Один момент, микрофон включается.</translation>
    </message>
    <message>
        <source>No microphone now. You can go on and try again at the first question.</source>
        <translation>Сейчас микрофона нет. Можно идти дальше и попробовать ещё раз на первом вопросе.</translation>
    </message>
    <message>
        <source>The microphone is switched off or blocked. Please call staff.</source>
        <translation>Микрофон выключен или заблокирован. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>The microphone is turned off in this device&apos;s settings. Please call staff.</source>
        <translation>Микрофон выключен в настройках этого устройства. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>We hear a steady noise and no voice yet. Say a few words, or call staff.</source>
        <translation>Слышен ровный шум, а голоса пока нет. Скажите несколько слов или позовите сотрудников.</translation>
    </message>
    <message>
        <source>We hear nothing yet. Please say a few words.</source>
        <translation>Пока ничего не слышно. Пожалуйста, скажите несколько слов.</translation>
    </message>
    <message>
        <source>That is very quiet. Please come closer or speak up.</source>
        <translation>Слышно очень тихо. Пожалуйста, придвиньтесь ближе или говорите громче.</translation>
    </message>
    <message>
        <source>That is too loud. Please move back a little.</source>
        <translation>Слишком громко. Пожалуйста, отодвиньтесь немного.</translation>
    </message>
    <message>
        <source>We hear you well.</source>
        <translation>Вас хорошо слышно.</translation>
    </message>
    <message>
        <source>They can choose another microphone.</source>
        <translation>Сотрудники могут выбрать другой микрофон.</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>Другое имя</translation>
    </message>
</context>
<context>
    <name>NameCheck</name>
    <message>
        <source>You marked a name in this answer. Listen, then choose what to do.</source>
        <translation>В этом ответе отмечено имя. Прослушайте ответ и потом выберите, что делать.</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Undo the cut</source>
        <translation>Вернуть вырезанное</translation>
    </message>
    <message>
        <source>The part is cut out. Listen again to be sure.</source>
        <translation>Эта часть вырезана. Прослушайте ещё раз для проверки.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Cut a name out</source>
        <translation>Вырезать имя</translation>
    </message>
    <message>
        <source>Name {number} of {all}: from {start} to {end}.</source>
        <translation>Имя {number} из {all}: с {start} до {end}.</translation>
    </message>
    <message>
        <source>Listen. When you hear a name, press the flag.</source>
        <translation>Слушайте. Когда услышите имя, нажмите на флажок.</translation>
    </message>
    <message>
        <source>No name here</source>
        <translation>Имени нет</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>Следующее имя</translation>
    </message>
    <message>
        <source>Begins earlier</source>
        <translation>Начало раньше</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Начало позже</translation>
    </message>
    <message>
        <source>Ends earlier</source>
        <translation>Конец раньше</translation>
    </message>
    <message>
        <source>Ends later</source>
        <translation>Конец позже</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Something is not right. Tell the archive&apos;s people: {reason}</source>
        <translation>Что-то не так. Сообщите людям из архива: {reason}</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>сохранена здесь</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлена</translation>
    </message>
    <message>
        <source>the archive has it</source>
        <translation>уже в архиве</translation>
    </message>
    <message>
        <source>Set aside: {count}. {reason}</source>
        <translation>Отложено: {count}. {reason}</translation>
    </message>
    <message>
        <source>Nothing has to be done. It goes on by itself.</source>
        <translation>Делать ничего не нужно. Всё продолжится само.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n hour(s).</source>
        <translation>
            <numerusform>Новая попытка будет сама примерно через %n час.</numerusform>
            <numerusform>Новая попытка будет сама примерно через %n часа.</numerusform>
            <numerusform>Новая попытка будет сама примерно через %n часов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>остался примерно %n день</numerusform>
            <numerusform>осталось примерно %n дня</numerusform>
            <numerusform>осталось примерно %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>{stick} ({amount} free)</source>
        <translation>{stick} (свободно {amount})</translation>
    </message>
    <message>
        <source>Requests to take stories back are copied. You can pull the stick out now.</source>
        <translation>Просьбы забрать истории скопированы. Теперь флешку можно вынуть.</translation>
    </message>
    <message>
        <source>A saved story could not be copied. The disk may be broken.</source>
        <translation>Одну сохранённую историю скопировать не удалось. Возможно, диск сломан.</translation>
    </message>
    <message>
        <source>What was copied also stays here until the archive has signed for it.</source>
        <translation>Скопированное остаётся и здесь, пока архив не подпишет получение.</translation>
    </message>
    <message>
        <source>It tries again by itself in less than a minute.</source>
        <translation>Новая попытка будет сама меньше чем через минуту.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n minute(s).</source>
        <translation>
            <numerusform>Новая попытка будет сама примерно через %n минуту.</numerusform>
            <numerusform>Новая попытка будет сама примерно через %n минуты.</numerusform>
            <numerusform>Новая попытка будет сама примерно через %n минут.</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>осталось меньше минуты</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>осталась примерно %n минута</numerusform>
            <numerusform>осталось примерно %n минуты</numerusform>
            <numerusform>осталось примерно %n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>остался примерно %n час</numerusform>
            <numerusform>осталось примерно %n часа</numerusform>
            <numerusform>осталось примерно %n часов</numerusform>
        </translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>отложена</translation>
    </message>
    <message>
        <source>{sent} of {size}</source>
        <translation>{sent} из {size}</translation>
    </message>
    <message>
        <source>copied to a stick on {day}</source>
        <translation>скопирована на флешку {day}</translation>
    </message>
    <message>
        <source>Still to be sent: {amount}.</source>
        <translation>Ещё нужно отправить: {amount}.</translation>
    </message>
    <message numerus="yes">
        <source>%n story(s) copied. You can pull the stick out now.</source>
        <translation>
            <numerusform>Скопирована %n история. Теперь флешку можно вынуть.</numerusform>
            <numerusform>Скопировано %n истории. Теперь флешку можно вынуть.</numerusform>
            <numerusform>Скопировано %n историй. Теперь флешку можно вынуть.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are not genuine. Nothing was erased for them.</source>
        <translation>
            <numerusform>%n расписка не настоящая. Из-за неё ничего не стёрто.</numerusform>
            <numerusform>%n расписки не настоящие. Из-за них ничего не стёрто.</numerusform>
            <numerusform>%n расписок не настоящие. Из-за них ничего не стёрто.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can pull the stick out now.</source>
        <translation>Теперь флешку можно вынуть.</translation>
    </message>
    <message>
        <source>What this device knows of its archive is damaged.</source>
        <translation>То, что устройство знает о своём архиве, повреждено.</translation>
    </message>
    <message>
        <source>Ask the archive&apos;s people for a new code, and connect again.</source>
        <translation>Попросите у людей из архива новый код и подключите устройство снова.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet.</source>
        <translation>Это устройство ещё не подключено к архиву.</translation>
    </message>
    <message>
        <source>Enter an enrolment code first. Until then stories are kept here.</source>
        <translation>Сначала введите код подключения. До этого истории хранятся здесь.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running.</source>
        <translation>Часть, которая отправляет истории, не работает.</translation>
    </message>
    <message>
        <source>Close this program and start it again.</source>
        <translation>Закройте эту программу и запустите её снова.</translation>
    </message>
    <message>
        <source>Story {number}: {state}</source>
        <translation>История {number}: {state}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of one line</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to take a story back still wait.</source>
        <translation>
            <numerusform>Ещё ждёт %n просьба забрать историю.</numerusform>
            <numerusform>Ещё ждут %n просьбы забрать историю.</numerusform>
            <numerusform>Ещё ждут %n просьб забрать историю.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive has signed for %n more part(s) of stories.</source>
        <translation>
            <numerusform>Архив расписался ещё за %n часть историй.</numerusform>
            <numerusform>Архив расписался ещё за %n части историй.</numerusform>
            <numerusform>Архив расписался ещё за %n частей историй.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are for another device, and were left alone.</source>
        <translation>
            <numerusform>%n расписка для другого устройства, её не тронули.</numerusform>
            <numerusform>%n расписки для другого устройства, их не тронули.</numerusform>
            <numerusform>%n расписок для другого устройства, их не тронули.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people.</source>
        <translation>Сообщите людям из архива.</translation>
    </message>
    <message>
        <source>The archive has not been asked yet.</source>
        <translation>Архив ещё не спрашивали.</translation>
    </message>
    <message>
        <source>The archive answers.</source>
        <translation>Архив отвечает.</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>Связи с архивом нет.</translation>
    </message>
    <message>
        <source>Check the internet of this device. A stick works without it.</source>
        <translation>Проверьте интернет на этом устройстве. С флешкой можно и без него.</translation>
    </message>
    <message>
        <source>This network asks you to log in first.</source>
        <translation>Эта сеть просит сначала войти.</translation>
    </message>
    <message>
        <source>Open a web page, log in there, then press Send now.</source>
        <translation>Откройте любую страницу в интернете и войдите. Потом нажмите «Отправить сейчас».</translation>
    </message>
    <message>
        <source>Somebody on this network reads along. So nothing is sent here.</source>
        <translation>Кто-то в этой сети читает то, что передаётся. Поэтому здесь ничего не отправляется.</translation>
    </message>
    <message>
        <source>Use another network, such as that of a phone.</source>
        <translation>Возьмите другую сеть, например, с телефона.</translation>
    </message>
    <message>
        <source>The date of this device is wrong.</source>
        <translation>На этом устройстве неверная дата.</translation>
    </message>
    <message>
        <source>Set it in the system&apos;s settings, then press Send now.</source>
        <translation>Исправьте её в настройках системы. Потом нажмите «Отправить сейчас».</translation>
    </message>
    <message>
        <source>The archive does not recognise this device any more.</source>
        <translation>Архив больше не узнаёт это устройство.</translation>
    </message>
    <message>
        <source>Ask its people for a new code, and connect again.</source>
        <translation>Попросите там новый код и подключите устройство снова.</translation>
    </message>
    <message>
        <source>The archive has ended the connection with this device.</source>
        <translation>Архив прекратил связь с этим устройством.</translation>
    </message>
    <message>
        <source>Ask its people why. A new code connects it again.</source>
        <translation>Спросите там, почему. Новый код подключит его снова.</translation>
    </message>
    <message>
        <source>The archive has no room at the moment.</source>
        <translation>В архиве сейчас нет места.</translation>
    </message>
    <message>
        <source>Tell its people. The stories stay safe here, and go later.</source>
        <translation>Сообщите об этом в архив. Истории сохранны здесь и уйдут позже.</translation>
    </message>
    <message>
        <source>The archive has too much to do at the moment.</source>
        <translation>Архив сейчас слишком занят.</translation>
    </message>
    <message>
        <source>The archive takes no more from this device for now.</source>
        <translation>Пока архив больше ничего не принимает с этого устройства.</translation>
    </message>
    <message>
        <source>It goes on by itself later. The archive&apos;s people can allow more.</source>
        <translation>Позже всё продолжится само. Люди из архива могут разрешить больше.</translation>
    </message>
    <message>
        <source>Use a free network, or press Send now to send it anyway.</source>
        <translation>Возьмите бесплатную сеть или нажмите «Отправить сейчас».</translation>
    </message>
    <message>
        <source>The archive gives answers that this program does not understand.</source>
        <translation>Архив отвечает так, что эта программа его не понимает.</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people. This program may be too old.</source>
        <translation>Сообщите людям из архива. Возможно, эта программа слишком старая.</translation>
    </message>
    <message>
        <source>The address of the archive cannot be used.</source>
        <translation>Адрес архива не годится.</translation>
    </message>
    <message>
        <source>the archive can listen to it already</source>
        <translation>архив уже может её послушать</translation>
    </message>
    <message>
        <source>Nothing can be written to this stick. Is its lock on?</source>
        <translation>На эту флешку нельзя записать. Может быть, включена её защита?</translation>
    </message>
    <message>
        <source>This stick cannot be read. Use another one.</source>
        <translation>Эту флешку не удаётся прочитать. Возьмите другую.</translation>
    </message>
    <message>
        <source>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</source>
        <translation>История слишком большая для этой флешки: не тот формат. Возьмите флешку в формате exFAT.</translation>
    </message>
    <message>
        <source>Something on this stick is not a plain file. Use another stick.</source>
        <translation>На этой флешке есть что-то, кроме обычных файлов. Возьмите другую флешку.</translation>
    </message>
    <message>
        <source>There is no receipt on this stick. The archive has to read it first.</source>
        <translation>На этой флешке нет расписки. Сначала её должны прочитать в архиве.</translation>
    </message>
    <message>
        <source>A stick is being read or written already. Wait until that is done.</source>
        <translation>С флешкой уже идёт работа. Подождите, пока она закончится.</translation>
    </message>
    <message>
        <source>There is nothing to copy. The archive has every story.</source>
        <translation>Копировать нечего. Все истории уже в архиве.</translation>
    </message>
    <message>
        <source>Copying was stopped. What is on the stick is not complete.</source>
        <translation>Копирование остановлено. На флешке не всё.</translation>
    </message>
    <message>
        <source>The stick could not be read or written. Please try again.</source>
        <translation>Прочитать или записать флешку не удалось. Попробуйте снова.</translation>
    </message>
    <message>
        <source>Nothing is new: these receipts were read before.</source>
        <translation>Ничего нового: эти расписки уже прочитаны.</translation>
    </message>
    <message>
        <source>There is no receipt for this device on the stick.</source>
        <translation>На флешке нет расписки для этого устройства.</translation>
    </message>
    <message>
        <source>A saved story is missing from this device. Tell the archive&apos;s people.</source>
        <translation>На этом устройстве пропала сохранённая история. Сообщите людям из архива.</translation>
    </message>
    <message>
        <source>A saved story cannot be read. The disk may be broken.</source>
        <translation>Сохранённую историю не удаётся прочитать. Возможно, диск сломан.</translation>
    </message>
    <message>
        <source>To save money, the rest waits.</source>
        <translation>Чтобы не тратить деньги, остальное ждёт.</translation>
    </message>
    <message>
        <source>The stick is full. Copy the rest to another one.</source>
        <translation>Флешка заполнена. Скопируйте остальное на другую.</translation>
    </message>
    <message>
        <source>The stick is gone. Plug it in and start again: it goes on where it stopped.</source>
        <translation>Флешки больше нет. Подключите её и начните снова: всё продолжится с того же места.</translation>
    </message>
    <message>
        <source>The archive does not take a story. Copy it to a stick and tell its people.</source>
        <translation>Архив не принимает одну историю. Скопируйте её на флешку и сообщите туда.</translation>
    </message>
    <message>
        <source>The archive&apos;s receipt is not genuine, so nothing is erased. Tell its people.</source>
        <translation>Расписка архива не настоящая, поэтому ничего не стирается. Сообщите людям из архива.</translation>
    </message>
    <message>
        <source>A story arrives damaged each time. Copy it to a stick.</source>
        <translation>Одна история каждый раз приходит повреждённой. Скопируйте её на флешку.</translation>
    </message>
    <message>
        <source>A saved story is not as it was. The disk may be broken.</source>
        <translation>Сохранённая история стала не такой, как раньше. Возможно, диск сломан.</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Words for this photo</source>
        <translation>Слова к этому фото</translation>
    </message>
    <message>
        <source>Leave out names that nobody should know.</source>
        <translation>Не пишите имена, которые никто не должен знать.</translation>
    </message>
    <message>
        <source>Earlier photos</source>
        <translation>Предыдущие фото</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>Ещё фото</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Ищем фото…</translation>
    </message>
    <message>
        <source>Not a photo</source>
        <translation>Это не фото</translation>
    </message>
    <message>
        <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
        <translation>Подключите флешку или телефон. Потом снова коснитесь «Добавить фото».</translation>
    </message>
    <message>
        <source>Touch a photo to add it.</source>
        <translation>Коснитесь фото, чтобы добавить его.</translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation>Здесь нет фото.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Один момент</translation>
    </message>
    <message>
        <source>Prepared photos</source>
        <translation>Готовые фото</translation>
    </message>
    <message>
        <source>Add photo {number}</source>
        <translation>Добавить фото {number}</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Добавить фото</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Повернуть</translation>
    </message>
    <message>
        <source>Cover something</source>
        <translation>Закрасить</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>Добавить слова</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Cover for good</source>
        <translation>Закрасить навсегда</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
        <translation>Фото: двигайте рамку стрелками, меняйте размер с Shift и стрелками, закрасьте с Enter</translation>
    </message>
    <message>
        <source>What should nobody see?</source>
        <translation>Что никто не должен видеть?</translation>
    </message>
    <message>
        <source>Draw over faces and signs. What you cover is gone for good.</source>
        <translation>Проведите по лицам и вывескам. Закрашенное исчезает навсегда.</translation>
    </message>
    <message>
        <source>Choose your photos</source>
        <translation>Выберите свои фото</translation>
    </message>
    <message>
        <source>{count} of {most} photos</source>
        <translation>{count} из {most} фото</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>Фото {number}</translation>
    </message>
    <message>
        <source>What does this photo show?</source>
        <translation>Что показано на этом фото?</translation>
    </message>
    <message>
        <source>You can leave this empty. The words are seen wherever the photo is seen.</source>
        <translation>Это можно оставить пустым. Слова видны везде, где видно фото.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>I said a name</source>
        <translation>Прозвучало имя</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Записать заново</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>Пропустить вопрос</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message numerus="yes">
        <source>An answer can be %n minutes long. All you said is saved.</source>
        <translation>
            <numerusform>Ответ может длиться %n минуту. Всё сказанное сохранено.</numerusform>
            <numerusform>Ответ может длиться %n минуты. Всё сказанное сохранено.</numerusform>
            <numerusform>Ответ может длиться %n минут. Всё сказанное сохранено.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Оставить эту</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Оставить прежнюю</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please try again.</source>
        <translation>Ничего не записано. Пожалуйста, попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Do not record yet</source>
        <translation>Пока не записывать</translation>
    </message>
    <message>
        <source>Get ready. Press again to stop the countdown.</source>
        <translation>Приготовьтесь. Нажмите ещё раз, чтобы остановить отсчёт.</translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. Please call staff, then record again.</source>
        <translation>Микрофон не дал никакого звука. Пожалуйста, позовите сотрудников и потом запишите заново.</translation>
    </message>
    <message>
        <source>The microphone was turned off for a while. Please call staff, then record again.</source>
        <translation>Микрофон был какое-то время выключен. Пожалуйста, позовите сотрудников и потом запишите заново.</translation>
    </message>
    <message>
        <source>We heard only a steady noise and no voice. Please call staff.</source>
        <translation>Был слышен только ровный шум, без голоса. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message>
        <source>We heard almost nothing. Please come closer and record again.</source>
        <translation>Почти ничего не было слышно. Пожалуйста, придвиньтесь ближе и запишите заново.</translation>
    </message>
    <message>
        <source>This is very short. You can record again if you want to say more.</source>
        <translation>Это очень коротко. Если хочется сказать больше, можно записать заново.</translation>
    </message>
    <message>
        <source>Your voice is very quiet. You can come closer and record again.</source>
        <translation>Ваш голос звучит очень тихо. Можно придвинуться ближе и записать заново.</translation>
    </message>
    <message>
        <source>Some parts are too loud and may crackle. You can move back and record again.</source>
        <translation>Некоторые части слишком громкие и могут трещать. Можно отодвинуться и записать заново.</translation>
    </message>
    <message>
        <source>What you said so far is saved. Recording is interrupted.</source>
        <translation>Всё сказанное сохранено. Запись прервана.</translation>
    </message>
    <message>
        <source>Picture of your voice</source>
        <translation>Картинка вашего голоса</translation>
    </message>
    <message numerus="yes">
        <source>Marked. Names marked so far: %n</source>
        <translation>
            <numerusform>Отмечено. Сколько имён отмечено: %n</numerusform>
            <numerusform>Отмечено. Сколько имён отмечено: %n</numerusform>
            <numerusform>Отмечено. Сколько имён отмечено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A small part of the sound is missing. Please listen to it.</source>
        <translation>Не хватает маленькой части звука. Пожалуйста, прослушайте запись.</translation>
    </message>
    <message>
        <source>No microphone. Press the red button to try again.</source>
        <translation>Микрофона нет. Нажмите красную кнопку, чтобы попробовать ещё раз.</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Продолжить запись</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>Это всё</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>Один момент, микрофон включается.</translation>
    </message>
    <message>
        <source>Press the red button and speak.</source>
        <translation>Нажмите красную кнопку и говорите.</translation>
    </message>
    <message>
        <source>Recording. It is saved as you speak.</source>
        <translation>Идёт запись. Она сохраняется, пока вы говорите.</translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded now.</source>
        <translation>Пауза. Сейчас ничего не записывается.</translation>
    </message>
    <message>
        <source>One moment, it is being saved.</source>
        <translation>Один момент, запись сохраняется.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Остановить запись</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Начать запись</translation>
    </message>
    <message>
        <source>Your answer is saved on this device.</source>
        <translation>Ваш ответ сохранён на этом устройстве.</translation>
    </message>
    <message>
        <source>Listen to it. Then keep it, or record again.</source>
        <translation>Прослушайте запись. Потом оставьте её или запишите заново.</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Дальше</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>Further up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Ниже</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Your story is on its way to the archive.</source>
        <translation>Ваша история на пути в архив.</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Ваш код</translation>
    </message>
    <message>
        <source>The same code as a picture for a phone</source>
        <translation>Тот же код в виде картинки для телефона</translation>
    </message>
    <message>
        <source>your code</source>
        <translation>ваш код</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Остаться ещё</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message numerus="yes">
        <source>This page closes by itself in %n second(s).</source>
        <translation>
            <numerusform>Эта страница сама закроется через %n секунду.</numerusform>
            <numerusform>Эта страница сама закроется через %n секунды.</numerusform>
            <numerusform>Эта страница сама закроется через %n секунд.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>Space</name>
    <message>
        <source>This device is almost full. Please call staff.</source>
        <translation>На этом устройстве почти нет места. Пожалуйста, позовите сотрудников.</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left for this answer</source>
        <translation>
            <numerusform>Для этого ответа осталась примерно %n минута</numerusform>
            <numerusform>Для этого ответа осталось примерно %n минуты</numerusform>
            <numerusform>Для этого ответа осталось примерно %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>Plenty of space left on this device</source>
        <translation>На этом устройстве много места</translation>
    </message>
    <message numerus="yes">
        <source>About %n hours of space left on this device</source>
        <translation>
            <numerusform>На этом устройстве место примерно на %n час</numerusform>
            <numerusform>На этом устройстве место примерно на %n часа</numerusform>
            <numerusform>На этом устройстве место примерно на %n часов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes of space left on this device</source>
        <translation>
            <numerusform>На этом устройстве место примерно на %n минуту</numerusform>
            <numerusform>На этом устройстве место примерно на %n минуты</numerusform>
            <numerusform>На этом устройстве место примерно на %n минут</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left for this answer</source>
        <translation>Для этого ответа осталось меньше минуты</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source> → </source>
        <comment>points in reading direction</comment>
        <translation> → </translation>
    </message>
    <message>
        <source>Each story goes through these steps: {steps}.</source>
        <translation>Каждая история проходит эти шаги: {steps}.</translation>
    </message>
    <message>
        <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
        <translation>Ещё не в архиве: {waiting}. В архиве: {arrived}.</translation>
    </message>
    <message>
        <source>Stories on their way</source>
        <translation>Истории в пути</translation>
    </message>
    <message>
        <source>There is no finished story on this device.</source>
        <translation>На этом устройстве нет законченных историй.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Отправить сейчас</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>Скопировать на флешку</translation>
    </message>
    <message>
        <source>Read receipts</source>
        <translation>Прочитать расписки</translation>
    </message>
    <message>
        <source>Finished stories</source>
        <translation>Законченные истории</translation>
    </message>
    <message>
        <source>Trying to send now. This page shows how far it got.</source>
        <translation>Пробуем отправить сейчас. Эта страница показывает, сколько уже отправлено.</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>Готово?</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Истории</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Незаконченные</translation>
    </message>
    <message>
        <source>Record the voice</source>
        <translation>Записать голос</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>Сменить ПИН-код</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>Закрыть программу</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>Назад к началу</translation>
    </message>
    <message>
        <source>For staff</source>
        <comment>the whole part of the program behind the PIN</comment>
        <translation>Для сотрудников</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Стереть последнюю цифру</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Подтвердить</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>Введена %n цифра</numerusform>
            <numerusform>Введено %n цифры</numerusform>
            <numerusform>Введено %n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>It has {least} to {most} digits. Keep it in a good place.</source>
        <translation>Цифр может быть от {least} до {most}. Храните ПИН-код в надёжном месте.</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>Введите ещё раз</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>Слишком много ошибок. Пожалуйста, подождите %n секунду.</numerusform>
            <numerusform>Слишком много ошибок. Пожалуйста, подождите %n секунды.</numerusform>
            <numerusform>Слишком много ошибок. Пожалуйста, подождите %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the staff PIN</source>
        <translation>Введите ПИН-код сотрудников</translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <translation>Выберите ПИН-код сотрудников</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. You have %n more chance(s).</source>
        <translation>
            <numerusform>Этот ПИН-код неверный. Осталась ещё %n попытка.</numerusform>
            <numerusform>Этот ПИН-код неверный. Осталось ещё %n попытки.</numerusform>
            <numerusform>Этот ПИН-код неверный. Осталось ещё %n попыток.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>Коды не совпали. Пожалуйста, выберите ещё раз.</translation>
    </message>
    <message>
        <source>Paste the enrolment code here</source>
        <translation>Вставьте сюда код подключения</translation>
    </message>
    <message>
        <source>Type the staff passphrase here</source>
        <translation>Введите здесь фразу-пароль сотрудников</translation>
    </message>
    <message>
        <source>The one the system chooses</source>
        <translation>Тот, который выберет система</translation>
    </message>
    <message>
        <source>Is everything ready?</source>
        <translation>Всё готово?</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>Архив</translation>
    </message>
    <message>
        <source>Read this aloud and compare it with the archive&apos;s own</source>
        <translation>Прочитайте это вслух и сравните с тем, что в архиве</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Подключить</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Микрофон</translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation>Спрашиваем архив…</translation>
    </message>
    <message>
        <source>This device is connected. Compare the digits below with the archive&apos;s.</source>
        <translation>Это устройство подключено. Сравните цифры ниже с цифрами в архиве.</translation>
    </message>
    <message>
        <source>This device does not belong to an archive yet.</source>
        <translation>Это устройство ещё не относится ни к какому архиву.</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>Остановить копирование</translation>
    </message>
    <message>
        <source>Choose a stick again</source>
        <translation>Снова выбрать флешку</translation>
    </message>
    <message>
        <source>Back to the stories</source>
        <translation>Назад к историям</translation>
    </message>
    <message>
        <source>How much is copied</source>
        <translation>Сколько скопировано</translation>
    </message>
    <message>
        <source>Every story is still safe on this device.</source>
        <translation>Все истории по-прежнему сохранны на этом устройстве.</translation>
    </message>
    <message>
        <source>Choose the stick for the stories.</source>
        <translation>Выберите флешку для историй.</translation>
    </message>
    <message>
        <source>Only the archive can open what is copied to it.</source>
        <translation>Только архив сможет открыть то, что на неё скопировано.</translation>
    </message>
    <message>
        <source>Choose the stick that was at the archive.</source>
        <translation>Выберите флешку, которая была в архиве.</translation>
    </message>
    <message>
        <source>The stories are being copied. Leave the stick in.</source>
        <translation>Истории копируются. Не вынимайте флешку.</translation>
    </message>
    <message>
        <source>The receipts are being read. Leave the stick in.</source>
        <translation>Расписки читаются. Не вынимайте флешку.</translation>
    </message>
    <message>
        <source>Plug in a USB stick. It appears here after a moment.</source>
        <translation>Подключите флешку. Через мгновение она появится здесь.</translation>
    </message>
    <message numerus="yes">
        <source>Story {number}: %n answer(s), {length} of sound</source>
        <translation>
            <numerusform>История {number}: %n ответ, звука {length}</numerusform>
            <numerusform>История {number}: %n ответа, звука {length}</numerusform>
            <numerusform>История {number}: %n ответов, звука {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished stories</source>
        <translation>Незаконченные истории</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Продолжить её</translation>
    </message>
    <message>
        <source>Go on only if the person who told it is here and wants to.</source>
        <translation>Продолжайте, только если человек, чья это история, здесь и хочет этого.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Таких историй нет.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>In a person&apos;s voice: {count} of {total}</source>
        <translation>Голосом человека: {count} из {total}</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>Только недостающее</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>Всё записано.</translation>
    </message>
    <message>
        <source>A person&apos;s voice</source>
        <translation>Голос человека</translation>
    </message>
    <message>
        <source>The computer&apos;s voice</source>
        <translation>Голос компьютера</translation>
    </message>
    <message>
        <source>No voice yet</source>
        <translation>Голоса пока нет</translation>
    </message>
    <message>
        <source>The three questions</source>
        <translation>Три вопроса</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Другие слова</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>Hear it as it is now</source>
        <translation>Прослушать то, что есть</translation>
    </message>
    <message>
        <source>Take this voice away again</source>
        <translation>Убрать этот голос</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Список</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Вперёд</translation>
    </message>
    <message>
        <source>A visit is still going on. You can record when it is over.</source>
        <translation>Посещение ещё не закончено. Записывать можно, когда оно закончится.</translation>
    </message>
    <message>
        <source>It is saved, and heard from now on.</source>
        <translation>Сохранено. Теперь будет звучать эта запись.</translation>
    </message>
    <message>
        <source>Start recording, and read the words aloud.</source>
        <translation>Начните запись и прочитайте слова вслух.</translation>
    </message>
    <message>
        <source>Read the words aloud now.</source>
        <translation>Теперь прочитайте слова вслух.</translation>
    </message>
    <message>
        <source>Choose a language. Then read aloud what the pages say in it.</source>
        <translation>Выберите язык. Потом прочитайте вслух то, что написано на страницах на этом языке.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Touch to begin</source>
        <translation>Коснитесь, чтобы начать</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
        </translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Пока не выбрано</translation>
    </message>
    <message>
        <source>You asked for nothing</source>
        <translation>Вы ни о чём не просите</translation>
    </message>
    <message>
        <source>Only your note</source>
        <translation>Только ваша заметка</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Вопрос пропущен</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>Без фото</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Голос</translation>
    </message>
    <message>
        <source>May be heard</source>
        <translation>Где услышат</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Помощь</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Нигде</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Ответ {number}</translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n cut(s)</source>
        <translation>
            <numerusform>{length}, вырезана %n часть</numerusform>
            <numerusform>{length}, вырезано %n части</numerusform>
            <numerusform>{length}, вырезано %n частей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation>Шрифт</translation>
    </message>
    <message numerus="yes">
        <source>Text size, now %n of 4</source>
        <translation>
            <numerusform>Шрифт, сейчас размер %n из 4</numerusform>
            <numerusform>Шрифт, сейчас размер %n из 4</numerusform>
            <numerusform>Шрифт, сейчас размер %n из 4</numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Помощь</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>read this page aloud</comment>
        <translation>Слушать</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>Стоп: больше не читать вслух</translation>
    </message>
    <message>
        <source>Listen: read this page aloud</source>
        <translation>Слушать: прочитать эту страницу вслух</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Шаг {step} из {steps}</translation>
    </message>
</context>
<context>
    <name>Trim</name>
    <message>
        <source>Trim</source>
        <translation>Укоротить</translation>
    </message>
    <message>
        <source>{kept} of {all} is kept. What is grey falls away.</source>
        <translation>Остаётся {kept} из {all}. Серое исчезает.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Начать здесь</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Закончить здесь</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>Оставить всё</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>Где начало</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>Где конец</translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
        <translation>Ваш выбор: хранить в архиве. Поэтому здесь нечего отмечать.</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Take a story back</source>
        <translation>Забрать историю</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>Введена %n цифра</numerusform>
            <numerusform>Введено %n цифры</numerusform>
            <numerusform>Введено %n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your code. It has 16 digits.</source>
        <translation>Введите свой код. В нём 16 цифр.</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Стереть последнюю цифру</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Подтвердить</translation>
    </message>
    <message>
        <source>Do you want to take this story back?</source>
        <translation>Вы хотите забрать эту историю назад?</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>Да, забрать назад</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>Нет, оставить</translation>
    </message>
    <message>
        <source>Your story will be erased. Nobody can bring it back.</source>
        <translation>Ваша история будет удалена. Никто не сможет её вернуть.</translation>
    </message>
    <message>
        <source>What others have copied cannot be called back.</source>
        <translation>То, что скопировали другие люди, нельзя забрать назад.</translation>
    </message>
    <message>
        <source>Your story was on this device. It is erased now.</source>
        <translation>Ваша история была на этом устройстве. Теперь она удалена.</translation>
    </message>
    <message>
        <source>If a story with this code has arrived, it is taken back.</source>
        <translation>Если история с этим кодом дошла до архива, её забирают назад.</translation>
    </message>
    <message>
        <source>This device tells the archive as soon as there is internet.</source>
        <translation>Это устройство сообщит архиву, как только будет интернет.</translation>
    </message>
</context>
</TS>
