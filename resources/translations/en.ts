<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AudioBar</name>
        <message>
            <source>Position</source>
            <translation>Position</translation>
        </message>
        <message>
            <source>Stop listening</source>
            <translation>Stop listening</translation>
        </message>
        <message>
            <source>Listen to it</source>
            <translation>Listen to it</translation>
        </message>
        <message>
            <source>{now} of {all}</source>
            <translation>{now} of {all}</translation>
        </message>
    </context>
    <context>
        <name>Check</name>
        <message>
            <source>Saving your story…</source>
            <translation>Saving your story…</translation>
        </message>
        <message>
            <source>Send my story</source>
            <translation>Send my story</translation>
        </message>
        <message>
            <source>The public will hear nothing. You ticked no place.</source>
            <translation>The public will hear nothing. You ticked no place.</translation>
        </message>
        <message>
            <source>Stop listening</source>
            <translation>Stop listening</translation>
        </message>
        <message>
            <source>Hear what the public hears</source>
            <translation>Hear what the public hears</translation>
        </message>
        <message>
            <source>The public will not hear your recording. Someone else reads your words.</source>
            <translation>The public will not hear your recording. Someone else reads your words.</translation>
        </message>
        <message>
            <source>The public will hear nothing. They read your words.</source>
            <translation>The public will hear nothing. They read your words.</translation>
        </message>
        <message>
            <source>The public will hear nothing. Your story stays in the archive.</source>
            <translation>The public will hear nothing. Your story stays in the archive.</translation>
        </message>
        <message>
            <source>There is nothing to hear yet.</source>
            <translation>There is nothing to hear yet.</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>Change</translation>
        </message>
    </context>
    <context>
        <name>Display</name>
        <message>
            <source>How this looks</source>
            <translation>How this looks</translation>
        </message>
        <message>
            <source>How big the words are</source>
            <translation>How big the words are</translation>
        </message>
        <message>
            <source>Stronger colours</source>
            <translation>Stronger colours</translation>
        </message>
        <message>
            <source>Dark words on white, and thick lines.</source>
            <translation>Dark words on white, and thick lines.</translation>
        </message>
        <message>
            <source>Less movement</source>
            <translation>Less movement</translation>
        </message>
        <message>
            <source>Pictures on the screen stand still.</source>
            <translation>Pictures on the screen stand still.</translation>
        </message>
        <message>
            <source>Size {number}</source>
            <translation>Size {number}</translation>
        </message>
    </context>
    <context>
        <name>Faults</name>
        <message>
            <source>This device cannot save or read unfinished stories. Please call staff.</source>
            <translation>This device cannot save or read unfinished stories. Please call staff.</translation>
        </message>
        <message>
            <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
            <translation>This device cannot keep unfinished stories safe just now. Please call staff.</translation>
        </message>
        <message>
            <source>The archive's key on this device is damaged. Please call staff.</source>
            <translation>The archive's key on this device is damaged. Please call staff.</translation>
        </message>
        <message>
            <source>This code is not complete or has a typing mistake. It has 16 digits.</source>
            <translation>This code is not complete or has a typing mistake. It has 16 digits.</translation>
        </message>
        <message>
            <source>This device is full. What you have said so far is safe. Please call staff.</source>
            <translation>This device is full. What you have said so far is safe. Please call staff.</translation>
        </message>
        <message>
            <source>This device's disk does not work as it must. What you have said so far is safe. Please call staff.</source>
            <translation>This device's disk does not work as it must. What you have said so far is safe. Please call staff.</translation>
        </message>
        <message>
            <source>A part of this story cannot be read. Please call staff.</source>
            <translation>A part of this story cannot be read. Please call staff.</translation>
        </message>
        <message>
            <source>This passphrase is not right.</source>
            <translation>This passphrase is not right.</translation>
        </message>
        <message>
            <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
            <translation>The microphone has gone away. What you have said so far is safe. Please call staff.</translation>
        </message>
        <message>
            <source>This device has changed to another microphone. What you have said so far is safe. Please call staff.</source>
            <translation>This device has changed to another microphone. What you have said so far is safe. Please call staff.</translation>
        </message>
        <message>
            <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
            <translation>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</translation>
        </message>
        <message>
            <source>This device has no microphone. Please connect one, or call staff.</source>
            <translation>This device has no microphone. Please connect one, or call staff.</translation>
        </message>
        <message>
            <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
            <translation>The microphone cannot be opened. Another program may hold it, or access is not allowed.</translation>
        </message>
        <message>
            <source>The microphones of this device cannot be listed. Please call staff.</source>
            <translation>The microphones of this device cannot be listed. Please call staff.</translation>
        </message>
        <message>
            <source>Recording has stopped working. Please call staff.</source>
            <translation>Recording has stopped working. Please call staff.</translation>
        </message>
        <message>
            <source>The loudspeaker of this device cannot be used. Please call staff.</source>
            <translation>The loudspeaker of this device cannot be used. Please call staff.</translation>
        </message>
        <message>
            <source>This page cannot be read aloud just now.</source>
            <translation>This page cannot be read aloud just now.</translation>
        </message>
        <message>
            <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
            <translation>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</translation>
        </message>
        <message>
            <source>This file is empty. Please choose another one.</source>
            <translation>This file is empty. Please choose another one.</translation>
        </message>
        <message>
            <source>This file is too large for a photo. Please choose another one.</source>
            <translation>This file is too large for a photo. Please choose another one.</translation>
        </message>
        <message>
            <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
            <translation>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</translation>
        </message>
        <message>
            <source>This picture is larger than we can take. Please choose a smaller one.</source>
            <translation>This picture is larger than we can take. Please choose a smaller one.</translation>
        </message>
        <message>
            <source>This photo is damaged and cannot be opened. Please choose another one.</source>
            <translation>This photo is damaged and cannot be opened. Please choose another one.</translation>
        </message>
        <message>
            <source>This photo took too long to open. Please choose another one.</source>
            <translation>This photo took too long to open. Please choose another one.</translation>
        </message>
        <message>
            <source>Photos cannot be opened on this device just now. Please call staff.</source>
            <translation>Photos cannot be opened on this device just now. Please call staff.</translation>
        </message>
        <message>
            <source>This file cannot be read. Is the stick or phone still connected?</source>
            <translation>This file cannot be read. Is the stick or phone still connected?</translation>
        </message>
        <message>
            <source>Too many codes were typed here. Please try again in an hour.</source>
            <translation>Too many codes were typed here. Please try again in an hour.</translation>
        </message>
        <message>
            <source>Your story will not be sent, but this device could not erase it yet. Please call staff.</source>
            <translation>Your story will not be sent, but this device could not erase it yet. Please call staff.</translation>
        </message>
        <message>
            <source>This device is not connected to an archive yet. Please call staff.</source>
            <translation>This device is not connected to an archive yet. Please call staff.</translation>
        </message>
        <message>
            <source>Connecting to the archive did not work. Please try again.</source>
            <translation>Connecting to the archive did not work. Please try again.</translation>
        </message>
        <message>
            <source>This is not an enrolment code. It begins with IDR1-.</source>
            <translation>This is not an enrolment code. It begins with IDR1-.</translation>
        </message>
        <message>
            <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
            <translation>This enrolment code has a mistake in it. Copy it again from the archive.</translation>
        </message>
        <message>
            <source>This enrolment code was used before. Ask the archive for a new one.</source>
            <translation>This enrolment code was used before. Ask the archive for a new one.</translation>
        </message>
        <message>
            <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
            <translation>This enrolment code has lapsed. Ask the archive for a new one.</translation>
        </message>
        <message>
            <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
            <translation>Stories for the archive that this device belonged to still wait here. Send them first.</translation>
        </message>
        <message>
            <source>This device's disk does not work as it must. Please call staff.</source>
            <translation>This device's disk does not work as it must. Please call staff.</translation>
        </message>
        <message>
            <source>The settings of this device cannot be written.</source>
            <translation>The settings of this device cannot be written.</translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message>
            <source>Chosen</source>
            <translation>Chosen</translation>
        </message>
        <message>
            <source>Not chosen</source>
            <translation>Not chosen</translation>
        </message>
    </context>
    <context>
        <name>Health</name>
        <message>
            <source>There is no room for more stories. Send what waits, or free some space.</source>
            <translation>There is no room for more stories. Send what waits, or free some space.</translation>
        </message>
        <message>
            <source>There is room for about {hours} more hours of sound.</source>
            <translation>There is room for about {hours} more hours of sound.</translation>
        </message>
        <message>
            <source>There is room for about {hours} hours of sound.</source>
            <translation>There is room for about {hours} hours of sound.</translation>
        </message>
        <message>
            <source>No microphone was found. Plug one in, or check the system's settings.</source>
            <translation>No microphone was found. Plug one in, or check the system's settings.</translation>
        </message>
        <message>
            <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
            <translation>The chosen microphone is not plugged in. Plug it in, or choose another one.</translation>
        </message>
        <message>
            <source>The microphone is turned off in the system's settings. Turn it on there.</source>
            <translation>The microphone is turned off in the system's settings. Turn it on there.</translation>
        </message>
        <message>
            <source>A microphone is ready.</source>
            <translation>A microphone is ready.</translation>
        </message>
        <message>
            <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
            <translation>No loudspeaker was found. Nobody can listen to a page or an answer.</translation>
        </message>
        <message>
            <source>A loudspeaker is ready.</source>
            <translation>A loudspeaker is ready.</translation>
        </message>
        <message>
            <source>The date of this device is wrong. Set it in the system's settings.</source>
            <translation>The date of this device is wrong. Set it in the system's settings.</translation>
        </message>
        <message>
            <source>The date looks right.</source>
            <translation>The date looks right.</translation>
        </message>
        <message>
            <source>The system's key store cannot be used. A story cut short by a crash is lost then.</source>
            <translation>The system's key store cannot be used. A story cut short by a crash is lost then.</translation>
        </message>
        <message>
            <source>The system's key store works.</source>
            <translation>The system's key store works.</translation>
        </message>
        <message>
            <source>No staff passphrase was chosen. A story cut short by a crash is lost then.</source>
            <translation>No staff passphrase was chosen. A story cut short by a crash is lost then.</translation>
        </message>
        <message>
            <source>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</source>
            <translation>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</translation>
        </message>
        <message>
            <source>The staff passphrase was typed. Unfinished stories survive a crash.</source>
            <translation>The staff passphrase was typed. Unfinished stories survive a crash.</translation>
        </message>
        <message>
            <source>Please check that the system protects its disk with a password.</source>
            <translation>Please check that the system protects its disk with a password.</translation>
        </message>
        <message>
            <source>The system's disk is not protected. Whoever takes this device could find traces.</source>
            <translation>The system's disk is not protected. Whoever takes this device could find traces.</translation>
        </message>
        <message>
            <source>The system protects its disk.</source>
            <translation>The system protects its disk.</translation>
        </message>
        <message>
            <source>The system may write its memory to the disk. Turn off its swap space.</source>
            <translation>The system may write its memory to the disk. Turn off its swap space.</translation>
        </message>
        <message>
            <source>The system may save its memory when it sleeps. Turn off hibernation.</source>
            <translation>The system may save its memory when it sleeps. Turn off hibernation.</translation>
        </message>
        <message>
            <source>This device may fall asleep while somebody speaks. Switch off its sleep in the system's settings.</source>
            <translation>This device may fall asleep while somebody speaks. Switch off its sleep in the system's settings.</translation>
        </message>
        <message>
            <source>This device stays awake while somebody speaks.</source>
            <translation>This device stays awake while somebody speaks.</translation>
        </message>
        <message>
            <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
            <translation>This device is not connected to an archive yet. Enter an enrolment code.</translation>
        </message>
        <message>
            <source>This device knows its archive.</source>
            <translation>This device knows its archive.</translation>
        </message>
        <message>
            <source>The part that sends stories is not running. Close this program and start it again.</source>
            <translation>The part that sends stories is not running. Close this program and start it again.</translation>
        </message>
        <message>
            <source>The part that sends stories is running.</source>
            <translation>The part that sends stories is running.</translation>
        </message>
        <message>
            <source>Recordings of the voice that cannot be used: {count}.</source>
            <translation>Recordings of the voice that cannot be used: {count}.</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Your language</source>
            <translation>Your language</translation>
        </message>
        <message>
            <source>A safe way to reach you</source>
            <translation>A safe way to reach you</translation>
        </message>
        <message>
            <source>Anything else</source>
            <translation>Anything else</translation>
        </message>
    </context>
    <context>
        <name>HowTo</name>
        <message>
            <source>How this works</source>
            <translation>How this works</translation>
        </message>
        <message>
            <source>You answer one question at a time. You can go back at any time.</source>
            <translation>You answer one question at a time. You can go back at any time.</translation>
        </message>
        <message>
            <source>Listen reads the page aloud. Text size makes the words bigger.</source>
            <translation>Listen reads the page aloud. Text size makes the words bigger.</translation>
        </message>
        <message>
            <source>With the red button you start and stop recording.</source>
            <translation>With the red button you start and stop recording.</translation>
        </message>
        <message>
            <source>Nothing leaves this device until you press Send my story.</source>
            <translation>Nothing leaves this device until you press Send my story.</translation>
        </message>
        <message>
            <source>Stop and leave deletes everything you have said here.</source>
            <translation>Stop and leave deletes everything you have said here.</translation>
        </message>
        <message>
            <source>If you are not sure, ask the people who invited you.</source>
            <translation>If you are not sure, ask the people who invited you.</translation>
        </message>
    </context>
    <context>
        <name>Idle</name>
        <message>
            <source>I am here</source>
            <translation>I am here</translation>
        </message>
    </context>
    <context>
        <name>LanguagePage</name>
        <message>
            <source>Choose your language</source>
            <translation>Choose your language</translation>
        </message>
    </context>
    <context>
        <name>Leave</name>
        <message>
            <source>Delete and leave</source>
            <translation>Delete and leave</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Stay</translation>
        </message>
    </context>
    <context>
        <name>Microphone</name>
        <message>
            <source>Record 3 seconds</source>
            <translation>Record 3 seconds</translation>
        </message>
        <message>
            <source>I can hear myself</source>
            <translation>I can hear myself</translation>
        </message>
        <message>
            <source>Microphone level</source>
            <translation>Microphone level</translation>
        </message>
        <message>
            <source>One moment, the microphone is being opened.</source>
            <translation>One moment, the microphone is being opened.</translation>
        </message>
        <message>
            <source>No microphone now. You can go on and try again at the first question.</source>
            <translation>No microphone now. You can go on and try again at the first question.</translation>
        </message>
        <message>
            <source>The microphone is switched off or blocked. Please call staff.</source>
            <translation>The microphone is switched off or blocked. Please call staff.</translation>
        </message>
        <message>
            <source>The microphone is turned off in this device's settings. Please call staff.</source>
            <translation>The microphone is turned off in this device's settings. Please call staff.</translation>
        </message>
        <message>
            <source>We hear a steady noise and no voice yet. Say a few words, or call staff.</source>
            <translation>We hear a steady noise and no voice yet. Say a few words, or call staff.</translation>
        </message>
        <message>
            <source>We hear nothing yet. Please say a few words.</source>
            <translation>We hear nothing yet. Please say a few words.</translation>
        </message>
        <message>
            <source>That is very quiet. Please come closer or speak up.</source>
            <translation>That is very quiet. Please come closer or speak up.</translation>
        </message>
        <message>
            <source>That is too loud. Please move back a little.</source>
            <translation>That is too loud. Please move back a little.</translation>
        </message>
        <message>
            <source>We hear you well.</source>
            <translation>We hear you well.</translation>
        </message>
        <message>
            <source>They can choose another microphone.</source>
            <translation>They can choose another microphone.</translation>
        </message>
    </context>
    <context>
        <name>Name</name>
        <message>
            <source>Your name</source>
            <translation>Your name</translation>
        </message>
        <message>
            <source>The other name</source>
            <translation>The other name</translation>
        </message>
    </context>
    <context>
        <name>NameCheck</name>
        <message>
            <source>You marked a name in this answer. Listen, then choose what to do.</source>
            <translation>You marked a name in this answer. Listen, then choose what to do.</translation>
        </message>
        <message>
            <source>It begins</source>
            <translation>It begins</translation>
        </message>
        <message>
            <source>It ends</source>
            <translation>It ends</translation>
        </message>
        <message>
            <source>Undo the cut</source>
            <translation>Undo the cut</translation>
        </message>
        <message>
            <source>The part is cut out. Listen again to be sure.</source>
            <translation>The part is cut out. Listen again to be sure.</translation>
        </message>
    </context>
    <context>
        <name>Names</name>
        <message>
            <source>Cut a name out</source>
            <translation>Cut a name out</translation>
        </message>
        <message>
            <source>Name {number} of {all}: from {start} to {end}.</source>
            <translation>Name {number} of {all}: from {start} to {end}.</translation>
        </message>
        <message>
            <source>Listen. When you hear a name, press the flag.</source>
            <translation>Listen. When you hear a name, press the flag.</translation>
        </message>
        <message>
            <source>No name here</source>
            <translation>No name here</translation>
        </message>
        <message>
            <source>Next name</source>
            <translation>Next name</translation>
        </message>
        <message>
            <source>Begins earlier</source>
            <translation>Begins earlier</translation>
        </message>
        <message>
            <source>Begins later</source>
            <translation>Begins later</translation>
        </message>
        <message>
            <source>Ends earlier</source>
            <translation>Ends earlier</translation>
        </message>
        <message>
            <source>Ends later</source>
            <translation>Ends later</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>saved here</source>
            <translation>saved here</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>waiting</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>sent</translation>
        </message>
        <message>
            <source>the archive has it</source>
            <translation>the archive has it</translation>
        </message>
        <message>
            <source>Set aside: {count}. {reason}</source>
            <translation>Set aside: {count}. {reason}</translation>
        </message>
        <message>
            <source>Nothing has to be done. It goes on by itself.</source>
            <translation>Nothing has to be done. It goes on by itself.</translation>
        </message>
        <message numerus="yes">
            <source>It tries again by itself in about %n hour(s).</source>
            <translation>
                <numerusform>It tries again by itself in about %n hour.</numerusform>
                <numerusform>It tries again by itself in about %n hours.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n day(s) left</source>
            <translation>
                <numerusform>about %n day left</numerusform>
                <numerusform>about %n days left</numerusform>
            </translation>
        </message>
        <message>
            <source>{stick} ({amount} free)</source>
            <translation>{stick} ({amount} free)</translation>
        </message>
        <message>
            <source>Requests to take stories back are copied. You can pull the stick out now.</source>
            <translation>Requests to take stories back are copied. You can pull the stick out now.</translation>
        </message>
        <message>
            <source>A saved story could not be copied. The disk may be broken.</source>
            <translation>A saved story could not be copied. The disk may be broken.</translation>
        </message>
        <message>
            <source>What was copied also stays here until the archive has signed for it.</source>
            <translation>What was copied also stays here until the archive has signed for it.</translation>
        </message>
        <message>
            <source>It tries again by itself in less than a minute.</source>
            <translation>It tries again by itself in less than a minute.</translation>
        </message>
        <message numerus="yes">
            <source>It tries again by itself in about %n minute(s).</source>
            <translation>
                <numerusform>It tries again by itself in about %n minute.</numerusform>
                <numerusform>It tries again by itself in about %n minutes.</numerusform>
            </translation>
        </message>
        <message>
            <source>less than a minute left</source>
            <translation>less than a minute left</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s) left</source>
            <translation>
                <numerusform>about %n minute left</numerusform>
                <numerusform>about %n minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n hour(s) left</source>
            <translation>
                <numerusform>about %n hour left</numerusform>
                <numerusform>about %n hours left</numerusform>
            </translation>
        </message>
        <message>
            <source>set aside</source>
            <translation>set aside</translation>
        </message>
        <message>
            <source>{sent} of {size}</source>
            <translation>{sent} of {size}</translation>
        </message>
        <message>
            <source>copied to a stick on {day}</source>
            <translation>copied to a stick on {day}</translation>
        </message>
        <message>
            <source>Still to be sent: {amount}.</source>
            <translation>Still to be sent: {amount}.</translation>
        </message>
        <message numerus="yes">
            <source>%n story(s) copied. You can pull the stick out now.</source>
            <translation>
                <numerusform>%n story copied. You can pull the stick out now.</numerusform>
                <numerusform>%n stories copied. You can pull the stick out now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) are not genuine. Nothing was erased for them.</source>
            <translation>
                <numerusform>%n receipt is not genuine. Nothing was erased for it.</numerusform>
                <numerusform>%n receipts are not genuine. Nothing was erased for them.</numerusform>
            </translation>
        </message>
        <message>
            <source>You can pull the stick out now.</source>
            <translation>You can pull the stick out now.</translation>
        </message>
        <message>
            <source>What this device knows of its archive is damaged.</source>
            <translation>What this device knows of its archive is damaged.</translation>
        </message>
        <message>
            <source>Ask the archive's people for a new code, and connect again.</source>
            <translation>Ask the archive's people for a new code, and connect again.</translation>
        </message>
        <message>
            <source>This device is not connected to an archive yet.</source>
            <translation>This device is not connected to an archive yet.</translation>
        </message>
        <message>
            <source>Enter an enrolment code first. Until then stories are kept here.</source>
            <translation>Enter an enrolment code first. Until then stories are kept here.</translation>
        </message>
        <message>
            <source>The part that sends stories is not running.</source>
            <translation>The part that sends stories is not running.</translation>
        </message>
        <message>
            <source>Close this program and start it again.</source>
            <translation>Close this program and start it again.</translation>
        </message>
        <message>
            <source>Story {number}: {state}</source>
            <translation>Story {number}: {state}</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between parts of one line</comment>
            <translation>, </translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) to take a story back still wait.</source>
            <translation>
                <numerusform>%n request to take a story back still waits.</numerusform>
                <numerusform>%n requests to take a story back still wait.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The archive has signed for %n more part(s) of stories.</source>
            <translation>
                <numerusform>The archive has signed for %n more part of stories.</numerusform>
                <numerusform>The archive has signed for %n more parts of stories.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n receipt(s) are for another device, and were left alone.</source>
            <translation>
                <numerusform>%n receipt is for another device, and was left alone.</numerusform>
                <numerusform>%n receipts are for another device, and were left alone.</numerusform>
            </translation>
        </message>
        <message>
            <source>Tell the archive's people.</source>
            <translation>Tell the archive's people.</translation>
        </message>
        <message>
            <source>The archive has not been asked yet.</source>
            <translation>The archive has not been asked yet.</translation>
        </message>
        <message>
            <source>The archive answers.</source>
            <translation>The archive answers.</translation>
        </message>
        <message>
            <source>The archive cannot be reached.</source>
            <translation>The archive cannot be reached.</translation>
        </message>
        <message>
            <source>Check the internet of this device. A stick works without it.</source>
            <translation>Check the internet of this device. A stick works without it.</translation>
        </message>
        <message>
            <source>This network asks you to log in first.</source>
            <translation>This network asks you to log in first.</translation>
        </message>
        <message>
            <source>Open a web page, log in there, then press Send now.</source>
            <translation>Open a web page, log in there, then press Send now.</translation>
        </message>
        <message>
            <source>Somebody on this network reads along. So nothing is sent here.</source>
            <translation>Somebody on this network reads along. So nothing is sent here.</translation>
        </message>
        <message>
            <source>Use another network, such as that of a phone.</source>
            <translation>Use another network, such as that of a phone.</translation>
        </message>
        <message>
            <source>The date of this device is wrong.</source>
            <translation>The date of this device is wrong.</translation>
        </message>
        <message>
            <source>Set it in the system's settings, then press Send now.</source>
            <translation>Set it in the system's settings, then press Send now.</translation>
        </message>
        <message>
            <source>The archive does not recognise this device any more.</source>
            <translation>The archive does not recognise this device any more.</translation>
        </message>
        <message>
            <source>Ask its people for a new code, and connect again.</source>
            <translation>Ask its people for a new code, and connect again.</translation>
        </message>
        <message>
            <source>The archive has ended the connection with this device.</source>
            <translation>The archive has ended the connection with this device.</translation>
        </message>
        <message>
            <source>Ask its people why. A new code connects it again.</source>
            <translation>Ask its people why. A new code connects it again.</translation>
        </message>
        <message>
            <source>The archive has no room at the moment.</source>
            <translation>The archive has no room at the moment.</translation>
        </message>
        <message>
            <source>Tell its people. The stories stay safe here, and go later.</source>
            <translation>Tell its people. The stories stay safe here, and go later.</translation>
        </message>
        <message>
            <source>The archive has too much to do at the moment.</source>
            <translation>The archive has too much to do at the moment.</translation>
        </message>
        <message>
            <source>The archive takes no more from this device for now.</source>
            <translation>The archive takes no more from this device for now.</translation>
        </message>
        <message>
            <source>It goes on by itself later. The archive's people can allow more.</source>
            <translation>It goes on by itself later. The archive's people can allow more.</translation>
        </message>
        <message>
            <source>Use a free network, or press Send now to send it anyway.</source>
            <translation>Use a free network, or press Send now to send it anyway.</translation>
        </message>
        <message>
            <source>The archive gives answers that this program does not understand.</source>
            <translation>The archive gives answers that this program does not understand.</translation>
        </message>
        <message>
            <source>Tell the archive's people. This program may be too old.</source>
            <translation>Tell the archive's people. This program may be too old.</translation>
        </message>
        <message>
            <source>The address of the archive cannot be used.</source>
            <translation>The address of the archive cannot be used.</translation>
        </message>
        <message>
            <source>the archive can listen to it already</source>
            <translation>the archive can listen to it already</translation>
        </message>
        <message>
            <source>Nothing can be written to this stick. Is its lock on?</source>
            <translation>Nothing can be written to this stick. Is its lock on?</translation>
        </message>
        <message>
            <source>This stick cannot be read. Use another one.</source>
            <translation>This stick cannot be read. Use another one.</translation>
        </message>
        <message>
            <source>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</source>
            <translation>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</translation>
        </message>
        <message>
            <source>Something on this stick is not a plain file. Use another stick.</source>
            <translation>Something on this stick is not a plain file. Use another stick.</translation>
        </message>
        <message>
            <source>There is no receipt on this stick. The archive has to read it first.</source>
            <translation>There is no receipt on this stick. The archive has to read it first.</translation>
        </message>
        <message>
            <source>A stick is being read or written already. Wait until that is done.</source>
            <translation>A stick is being read or written already. Wait until that is done.</translation>
        </message>
        <message>
            <source>There is nothing to copy. The archive has every story.</source>
            <translation>There is nothing to copy. The archive has every story.</translation>
        </message>
        <message>
            <source>Copying was stopped. What is on the stick is not complete.</source>
            <translation>Copying was stopped. What is on the stick is not complete.</translation>
        </message>
        <message>
            <source>The stick could not be read or written. Please try again.</source>
            <translation>The stick could not be read or written. Please try again.</translation>
        </message>
        <message>
            <source>Nothing is new: these receipts were read before.</source>
            <translation>Nothing is new: these receipts were read before.</translation>
        </message>
        <message>
            <source>There is no receipt for this device on the stick.</source>
            <translation>There is no receipt for this device on the stick.</translation>
        </message>
        <message>
            <source>A saved story is missing from this device. Tell the archive's people.</source>
            <translation>A saved story is missing from this device. Tell the archive's people.</translation>
        </message>
        <message>
            <source>A saved story cannot be read. The disk may be broken.</source>
            <translation>A saved story cannot be read. The disk may be broken.</translation>
        </message>
        <message>
            <source>To save money, the rest waits.</source>
            <translation>To save money, the rest waits.</translation>
        </message>
        <message>
            <source>The stick is full. Copy the rest to another one.</source>
            <translation>The stick is full. Copy the rest to another one.</translation>
        </message>
        <message>
            <source>The stick is gone. Plug it in and start again: it goes on where it stopped.</source>
            <translation>The stick is gone. Plug it in and start again: it goes on where it stopped.</translation>
        </message>
        <message>
            <source>The archive does not take a story. Copy it to a stick and tell its people.</source>
            <translation>The archive does not take a story. Copy it to a stick and tell its people.</translation>
        </message>
        <message>
            <source>The archive's receipt is not genuine, so nothing is erased. Tell its people.</source>
            <translation>The archive's receipt is not genuine, so nothing is erased. Tell its people.</translation>
        </message>
        <message>
            <source>A story arrives damaged each time. Copy it to a stick.</source>
            <translation>A story arrives damaged each time. Copy it to a stick.</translation>
        </message>
        <message>
            <source>A saved story is not as it was. The disk may be broken.</source>
            <translation>A saved story is not as it was. The disk may be broken.</translation>
        </message>
        <message>
            <source>Something is not right. Tell the archive's people: {reason}</source>
            <translation>Something is not right. Tell the archive's people: {reason}</translation>
        </message>
    </context>
    <context>
        <name>Photos</name>
        <message>
            <source>Words for this photo</source>
            <translation>Words for this photo</translation>
        </message>
        <message>
            <source>Leave out names that nobody should know.</source>
            <translation>Leave out names that nobody should know.</translation>
        </message>
        <message>
            <source>Earlier photos</source>
            <translation>Earlier photos</translation>
        </message>
        <message>
            <source>More photos</source>
            <translation>More photos</translation>
        </message>
        <message>
            <source>Looking for photos…</source>
            <translation>Looking for photos…</translation>
        </message>
        <message>
            <source>Not a photo</source>
            <translation>Not a photo</translation>
        </message>
        <message>
            <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
            <translation>Please plug in a stick or a phone, then touch Add a photo again.</translation>
        </message>
        <message>
            <source>Touch a photo to add it.</source>
            <translation>Touch a photo to add it.</translation>
        </message>
        <message>
            <source>There are no photos here.</source>
            <translation>There are no photos here.</translation>
        </message>
        <message>
            <source>One moment</source>
            <translation>One moment</translation>
        </message>
        <message>
            <source>Prepared photos</source>
            <translation>Prepared photos</translation>
        </message>
        <message>
            <source>Add photo {number}</source>
            <translation>Add photo {number}</translation>
        </message>
        <message>
            <source>Add a photo</source>
            <translation>Add a photo</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>Turn</translation>
        </message>
        <message>
            <source>Cover something</source>
            <translation>Cover something</translation>
        </message>
        <message>
            <source>Add words</source>
            <translation>Add words</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Cover for good</source>
            <translation>Cover for good</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
            <translation>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</translation>
        </message>
        <message>
            <source>What should nobody see?</source>
            <translation>What should nobody see?</translation>
        </message>
        <message>
            <source>Draw over faces and signs. What you cover is gone for good.</source>
            <translation>Draw over faces and signs. What you cover is gone for good.</translation>
        </message>
        <message>
            <source>Choose your photos</source>
            <translation>Choose your photos</translation>
        </message>
        <message>
            <source>{count} of {most} photos</source>
            <translation>{count} of {most} photos</translation>
        </message>
        <message>
            <source>Photo {number}</source>
            <translation>Photo {number}</translation>
        </message>
        <message>
            <source>What does this photo show?</source>
            <translation>What does this photo show?</translation>
        </message>
        <message>
            <source>You can leave this empty. The words are seen wherever the photo is seen.</source>
            <translation>You can leave this empty. The words are seen wherever the photo is seen.</translation>
        </message>
    </context>
    <context>
        <name>Prompt</name>
        <message>
            <source>I said a name</source>
            <translation>I said a name</translation>
        </message>
        <message>
            <source>Record again</source>
            <translation>Record again</translation>
        </message>
        <message>
            <source>Skip this question</source>
            <translation>Skip this question</translation>
        </message>
        <message>
            <source>Nothing was recorded. Please try again.</source>
            <translation>Nothing was recorded. Please try again.</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>Keep this one</source>
            <translation>Keep this one</translation>
        </message>
        <message>
            <source>Keep the old one</source>
            <translation>Keep the old one</translation>
        </message>
        <message>
            <source>Picture of your voice</source>
            <translation>Picture of your voice</translation>
        </message>
        <message>
            <source>Stop recording</source>
            <translation>Stop recording</translation>
        </message>
        <message>
            <source>Start recording</source>
            <translation>Start recording</translation>
        </message>
        <message numerus="yes">
            <source>Marked. Names marked so far: %n</source>
            <translation>
                <numerusform>Marked. Names marked so far: %n</numerusform>
                <numerusform>Marked. Names marked so far: %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Your answer is saved on this device.</source>
            <translation>Your answer is saved on this device.</translation>
        </message>
        <message>
            <source>Listen to it. Then keep it, or record again.</source>
            <translation>Listen to it. Then keep it, or record again.</translation>
        </message>
        <message>
            <source>Go on recording</source>
            <translation>Go on recording</translation>
        </message>
        <message>
            <source>That was all</source>
            <translation>That was all</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message numerus="yes">
            <source>An answer can be %n minutes long. All you said is saved.</source>
            <translation>
                <numerusform>An answer can be %n minute long. All you said is saved.</numerusform>
                <numerusform>An answer can be %n minutes long. All you said is saved.</numerusform>
            </translation>
        </message>
        <message>
            <source>Do not record yet</source>
            <translation>Do not record yet</translation>
        </message>
        <message>
            <source>Get ready. Press again to stop the countdown.</source>
            <translation>Get ready. Press again to stop the countdown.</translation>
        </message>
        <message>
            <source>The microphone gave no sound at all. Please call staff, then record again.</source>
            <translation>The microphone gave no sound at all. Please call staff, then record again.</translation>
        </message>
        <message>
            <source>The microphone was turned off for a while. Please call staff, then record again.</source>
            <translation>The microphone was turned off for a while. Please call staff, then record again.</translation>
        </message>
        <message>
            <source>We heard only a steady noise and no voice. Please call staff.</source>
            <translation>We heard only a steady noise and no voice. Please call staff.</translation>
        </message>
        <message>
            <source>We heard almost nothing. Please come closer and record again.</source>
            <translation>We heard almost nothing. Please come closer and record again.</translation>
        </message>
        <message>
            <source>This is very short. You can record again if you want to say more.</source>
            <translation>This is very short. You can record again if you want to say more.</translation>
        </message>
        <message>
            <source>Your voice is very quiet. You can come closer and record again.</source>
            <translation>Your voice is very quiet. You can come closer and record again.</translation>
        </message>
        <message>
            <source>Some parts are too loud and may crackle. You can move back and record again.</source>
            <translation>Some parts are too loud and may crackle. You can move back and record again.</translation>
        </message>
        <message>
            <source>A small part of the sound is missing. Please listen to it.</source>
            <translation>A small part of the sound is missing. Please listen to it.</translation>
        </message>
        <message>
            <source>What you said so far is saved. Recording is interrupted.</source>
            <translation>What you said so far is saved. Recording is interrupted.</translation>
        </message>
        <message>
            <source>No microphone. Press the red button to try again.</source>
            <translation>No microphone. Press the red button to try again.</translation>
        </message>
        <message>
            <source>One moment, the microphone is being opened.</source>
            <translation>One moment, the microphone is being opened.</translation>
        </message>
        <message>
            <source>Press the red button and speak.</source>
            <translation>Press the red button and speak.</translation>
        </message>
        <message>
            <source>Recording. It is saved as you speak.</source>
            <translation>Recording. It is saved as you speak.</translation>
        </message>
        <message>
            <source>Paused. Nothing is recorded now.</source>
            <translation>Paused. Nothing is recorded now.</translation>
        </message>
        <message>
            <source>One moment, it is being saved.</source>
            <translation>One moment, it is being saved.</translation>
        </message>
    </context>
    <context>
        <name>Screen</name>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continue</translation>
        </message>
    </context>
    <context>
        <name>Scrolled</name>
        <message>
            <source>Further up</source>
            <translation>Further up</translation>
        </message>
        <message>
            <source>Further down</source>
            <translation>Further down</translation>
        </message>
    </context>
    <context>
        <name>Sent</name>
        <message>
            <source>Your code</source>
            <translation>Your code</translation>
        </message>
        <message>
            <source>The same code as a picture for a phone</source>
            <translation>The same code as a picture for a phone</translation>
        </message>
        <message>
            <source>your code</source>
            <translation>your code</translation>
        </message>
        <message>
            <source>Stay longer</source>
            <translation>Stay longer</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Done</translation>
        </message>
        <message numerus="yes">
            <source>This page closes by itself in %n second(s).</source>
            <translation>
                <numerusform>This page closes by itself in %n second.</numerusform>
                <numerusform>This page closes by itself in %n seconds.</numerusform>
            </translation>
        </message>
        <message>
            <source>Your story is on its way to the archive.</source>
            <translation>Your story is on its way to the archive.</translation>
        </message>
    </context>
    <context>
        <name>SidePage</name>
        <message>
            <source>Go on</source>
            <translation>Go on</translation>
        </message>
    </context>
    <context>
        <name>Space</name>
        <message numerus="yes">
            <source>About %n minutes left for this answer</source>
            <translation>
                <numerusform>About %n minute left for this answer</numerusform>
                <numerusform>About %n minutes left for this answer</numerusform>
            </translation>
        </message>
        <message>
            <source>Plenty of space left on this device</source>
            <translation>Plenty of space left on this device</translation>
        </message>
        <message numerus="yes">
            <source>About %n hours of space left on this device</source>
            <translation>
                <numerusform>About %n hour of space left on this device</numerusform>
                <numerusform>About %n hours of space left on this device</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>About %n minutes of space left on this device</source>
            <translation>
                <numerusform>About %n minute of space left on this device</numerusform>
                <numerusform>About %n minutes of space left on this device</numerusform>
            </translation>
        </message>
        <message>
            <source>Less than a minute left for this answer</source>
            <translation>Less than a minute left for this answer</translation>
        </message>
        <message>
            <source>This device is almost full. Please call staff.</source>
            <translation>This device is almost full. Please call staff.</translation>
        </message>
    </context>
    <context>
        <name>Staff</name>
        <message>
            <source>Stories on their way</source>
            <translation>Stories on their way</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Send now</translation>
        </message>
        <message>
            <source>Each story goes through these steps: {steps}.</source>
            <translation>Each story goes through these steps: {steps}.</translation>
        </message>
        <message>
            <source>Trying to send now. This page shows how far it got.</source>
            <translation>Trying to send now. This page shows how far it got.</translation>
        </message>
        <message>
            <source> → </source>
            <comment>points in reading direction</comment>
            <translation> → </translation>
        </message>
        <message>
            <source>There is no finished story on this device.</source>
            <translation>There is no finished story on this device.</translation>
        </message>
        <message>
            <source>Copy to a stick</source>
            <translation>Copy to a stick</translation>
        </message>
        <message>
            <source>Read receipts</source>
            <translation>Read receipts</translation>
        </message>
        <message>
            <source>Finished stories</source>
            <translation>Finished stories</translation>
        </message>
        <message>
            <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
            <translation>Not in the archive yet: {waiting}. In the archive: {arrived}.</translation>
        </message>
        <message>
            <source>Ready?</source>
            <translation>Ready?</translation>
        </message>
        <message>
            <source>Stories</source>
            <translation>Stories</translation>
        </message>
        <message>
            <source>Unfinished</source>
            <translation>Unfinished</translation>
        </message>
        <message>
            <source>Record the voice</source>
            <translation>Record the voice</translation>
        </message>
        <message>
            <source>Change PIN</source>
            <translation>Change PIN</translation>
        </message>
        <message>
            <source>End program</source>
            <translation>End program</translation>
        </message>
        <message>
            <source>Back to start</source>
            <translation>Back to start</translation>
        </message>
        <message>
            <source>For staff</source>
            <comment>the whole part of the program behind the PIN</comment>
            <translation>For staff</translation>
        </message>
        <message>
            <source>Erase the last digit</source>
            <translation>Erase the last digit</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message numerus="yes">
            <source>%n digit(s) entered</source>
            <translation>
                <numerusform>%n digit entered</numerusform>
                <numerusform>%n digits entered</numerusform>
            </translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Back</translation>
        </message>
        <message numerus="yes">
            <source>Too many wrong tries. Please wait %n second(s).</source>
            <translation>
                <numerusform>Too many wrong tries. Please wait %n second.</numerusform>
                <numerusform>Too many wrong tries. Please wait %n seconds.</numerusform>
            </translation>
        </message>
        <message>
            <source>Enter the staff PIN</source>
            <translation>Enter the staff PIN</translation>
        </message>
        <message>
            <source>Type the staff passphrase here</source>
            <translation>Type the staff passphrase here</translation>
        </message>
        <message>
            <source>Unlock</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Stop copying</source>
            <translation>Stop copying</translation>
        </message>
        <message>
            <source>Choose a stick again</source>
            <translation>Choose a stick again</translation>
        </message>
        <message>
            <source>Back to the stories</source>
            <translation>Back to the stories</translation>
        </message>
        <message>
            <source>How much is copied</source>
            <translation>How much is copied</translation>
        </message>
        <message>
            <source>Every story is still safe on this device.</source>
            <translation>Every story is still safe on this device.</translation>
        </message>
        <message>
            <source>Choose the stick for the stories.</source>
            <translation>Choose the stick for the stories.</translation>
        </message>
        <message>
            <source>Only the archive can open what is copied to it.</source>
            <translation>Only the archive can open what is copied to it.</translation>
        </message>
        <message>
            <source>Choose the stick that was at the archive.</source>
            <translation>Choose the stick that was at the archive.</translation>
        </message>
        <message>
            <source>The stories are being copied. Leave the stick in.</source>
            <translation>The stories are being copied. Leave the stick in.</translation>
        </message>
        <message>
            <source>The receipts are being read. Leave the stick in.</source>
            <translation>The receipts are being read. Leave the stick in.</translation>
        </message>
        <message>
            <source>Plug in a USB stick. It appears here after a moment.</source>
            <translation>Plug in a USB stick. It appears here after a moment.</translation>
        </message>
        <message>
            <source>In a person's voice: {count} of {total}</source>
            <translation>In a person's voice: {count} of {total}</translation>
        </message>
        <message>
            <source>Only what is missing</source>
            <translation>Only what is missing</translation>
        </message>
        <message>
            <source>Everything is recorded.</source>
            <translation>Everything is recorded.</translation>
        </message>
        <message>
            <source>A person's voice</source>
            <translation>A person's voice</translation>
        </message>
        <message>
            <source>The computer's voice</source>
            <translation>The computer's voice</translation>
        </message>
        <message>
            <source>No voice yet</source>
            <translation>No voice yet</translation>
        </message>
        <message>
            <source>The three questions</source>
            <translation>The three questions</translation>
        </message>
        <message>
            <source>Other words</source>
            <translation>Other words</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Numbers</translation>
        </message>
        <message>
            <source>Hear it as it is now</source>
            <translation>Hear it as it is now</translation>
        </message>
        <message>
            <source>Take this voice away again</source>
            <translation>Take this voice away again</translation>
        </message>
        <message>
            <source>List</source>
            <translation>List</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>Previous</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>A visit is still going on. You can record when it is over.</source>
            <translation>A visit is still going on. You can record when it is over.</translation>
        </message>
        <message>
            <source>It is saved, and heard from now on.</source>
            <translation>It is saved, and heard from now on.</translation>
        </message>
        <message>
            <source>Start recording, and read the words aloud.</source>
            <translation>Start recording, and read the words aloud.</translation>
        </message>
        <message>
            <source>Read the words aloud now.</source>
            <translation>Read the words aloud now.</translation>
        </message>
        <message>
            <source>Choose a language. Then read aloud what the pages say in it.</source>
            <translation>Choose a language. Then read aloud what the pages say in it.</translation>
        </message>
        <message>
            <source>It has {least} to {most} digits. Keep it in a good place.</source>
            <translation>It has {least} to {most} digits. Keep it in a good place.</translation>
        </message>
        <message>
            <source>Choose a staff PIN</source>
            <translation>Choose a staff PIN</translation>
        </message>
        <message>
            <source>Enter it once more</source>
            <translation>Enter it once more</translation>
        </message>
        <message>
            <source>The two were not the same. Please choose again.</source>
            <translation>The two were not the same. Please choose again.</translation>
        </message>
        <message>
            <source>Is everything ready?</source>
            <translation>Is everything ready?</translation>
        </message>
        <message>
            <source>The archive</source>
            <translation>The archive</translation>
        </message>
        <message>
            <source>Read this aloud and compare it with the archive's own</source>
            <translation>Read this aloud and compare it with the archive's own</translation>
        </message>
        <message>
            <source>Paste the enrolment code here</source>
            <translation>Paste the enrolment code here</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Connect</translation>
        </message>
        <message>
            <source>Microphone</source>
            <translation>Microphone</translation>
        </message>
        <message>
            <source>This device does not belong to an archive yet.</source>
            <translation>This device does not belong to an archive yet.</translation>
        </message>
        <message>
            <source>The one the system chooses</source>
            <translation>The one the system chooses</translation>
        </message>
        <message numerus="yes">
            <source>This PIN is not right. You have %n more chance(s).</source>
            <translation>
                <numerusform>This PIN is not right. You have %n more chance.</numerusform>
                <numerusform>This PIN is not right. You have %n more chances.</numerusform>
            </translation>
        </message>
        <message>
            <source>Asking the archive…</source>
            <translation>Asking the archive…</translation>
        </message>
        <message>
            <source>This device is connected. Compare the digits below with the archive's.</source>
            <translation>This device is connected. Compare the digits below with the archive's.</translation>
        </message>
        <message numerus="yes">
            <source>Story {number}: %n answer(s), {length} of sound</source>
            <translation>
                <numerusform>Story {number}: %n answer, {length} of sound</numerusform>
                <numerusform>Story {number}: %n answers, {length} of sound</numerusform>
            </translation>
        </message>
        <message>
            <source>Unfinished stories</source>
            <translation>Unfinished stories</translation>
        </message>
        <message>
            <source>Go on only if the person who told it is here and wants to.</source>
            <translation>Go on only if the person who told it is here and wants to.</translation>
        </message>
        <message>
            <source>There is none.</source>
            <translation>There is none.</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Go on with it</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Delete for good</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
    </context>
    <context>
        <name>Start</name>
        <message>
            <source>Touch to begin</source>
            <translation>Touch to begin</translation>
        </message>
    </context>
    <context>
        <name>Summary</name>
        <message>
            <source>Answer {number}</source>
            <translation>Answer {number}</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>Photos</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Voice</translation>
        </message>
        <message>
            <source>May be heard</source>
            <translation>May be heard</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Nowhere</source>
            <translation>Nowhere</translation>
        </message>
        <message numerus="yes">
            <source>{length}, %n cut(s)</source>
            <translation>
                <numerusform>{length}, %n cut</numerusform>
                <numerusform>{length}, %n cuts</numerusform>
            </translation>
        </message>
        <message>
            <source>You asked for nothing</source>
            <translation>You asked for nothing</translation>
        </message>
        <message>
            <source>Only your note</source>
            <translation>Only your note</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Skipped</translation>
        </message>
        <message>
            <source>No photos</source>
            <translation>No photos</translation>
        </message>
        <message numerus="yes">
            <source>%n photo(s)</source>
            <translation>
                <numerusform>%n photo</numerusform>
                <numerusform>%n photos</numerusform>
            </translation>
        </message>
        <message>
            <source>Not chosen yet</source>
            <translation>Not chosen yet</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the items of a list</comment>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Stop</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Listen</source>
            <comment>read this page aloud</comment>
            <translation>Listen</translation>
        </message>
        <message>
            <source>Stop reading aloud</source>
            <translation>Stop reading aloud</translation>
        </message>
        <message>
            <source>Listen: read this page aloud</source>
            <translation>Listen: read this page aloud</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Text size</translation>
        </message>
        <message numerus="yes">
            <source>Text size, now %n of 4</source>
            <translation>
                <numerusform>Text size, now %n of 4</numerusform>
                <numerusform>Text size, now %n of 4</numerusform>
            </translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>Stop and leave</source>
            <translation>Stop and leave</translation>
        </message>
        <message>
            <source>Step {step} of {steps}</source>
            <translation>Step {step} of {steps}</translation>
        </message>
    </context>
    <context>
        <name>Trim</name>
        <message>
            <source>Trim</source>
            <translation>Trim</translation>
        </message>
        <message>
            <source>{kept} of {all} is kept. What is grey falls away.</source>
            <translation>{kept} of {all} is kept. What is grey falls away.</translation>
        </message>
        <message>
            <source>Begin here</source>
            <translation>Begin here</translation>
        </message>
        <message>
            <source>End here</source>
            <translation>End here</translation>
        </message>
        <message>
            <source>Keep all of it</source>
            <translation>Keep all of it</translation>
        </message>
        <message>
            <source>Where it begins</source>
            <translation>Where it begins</translation>
        </message>
        <message>
            <source>Where it ends</source>
            <translation>Where it ends</translation>
        </message>
    </context>
    <context>
        <name>Uses</name>
        <message>
            <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
            <translation>You chose to keep it in the archive. So there is nothing to tick here.</translation>
        </message>
    </context>
    <context>
        <name>Withdraw</name>
        <message>
            <source>Take a story back</source>
            <translation>Take a story back</translation>
        </message>
        <message numerus="yes">
            <source>%n digit(s) entered</source>
            <translation>
                <numerusform>%n digit entered</numerusform>
                <numerusform>%n digits entered</numerusform>
            </translation>
        </message>
        <message>
            <source>Type your code. It has 16 digits.</source>
            <translation>Type your code. It has 16 digits.</translation>
        </message>
        <message>
            <source>Erase the last digit</source>
            <translation>Erase the last digit</translation>
        </message>
        <message>
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>Do you want to take this story back?</source>
            <translation>Do you want to take this story back?</translation>
        </message>
        <message>
            <source>Yes, take it back</source>
            <translation>Yes, take it back</translation>
        </message>
        <message>
            <source>No, keep it</source>
            <translation>No, keep it</translation>
        </message>
        <message>
            <source>Your story will be erased. Nobody can bring it back.</source>
            <translation>Your story will be erased. Nobody can bring it back.</translation>
        </message>
        <message>
            <source>What others have copied cannot be called back.</source>
            <translation>What others have copied cannot be called back.</translation>
        </message>
        <message>
            <source>Your story was on this device. It is erased now.</source>
            <translation>Your story was on this device. It is erased now.</translation>
        </message>
        <message>
            <source>If a story with this code has arrived, it is taken back.</source>
            <translation>If a story with this code has arrived, it is taken back.</translation>
        </message>
        <message>
            <source>This device tells the archive as soon as there is internet.</source>
            <translation>This device tells the archive as soon as there is internet.</translation>
        </message>
    </context>
</TS>
