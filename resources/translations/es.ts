<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AudioBar</name>
    <message>
        <source>Stop listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>There is nothing to hear yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving your story…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send my story</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public will not hear your recording. Someone else reads your words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public will hear nothing. They read your words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public will hear nothing. Your story stays in the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear what the public hears</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This device cannot save or read unfinished stories. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s key on this device is damaged. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is full. What you have said so far is safe. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. What you have said so far is safe. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of this story cannot be read. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device has no microphone. Please connect one, or call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphones of this device cannot be listed. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording has stopped working. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loudspeaker of this device cannot be used. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page cannot be read aloud just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large for a photo. Please choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is larger than we can take. Please choose a smaller one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be opened. Please choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This photo took too long to open. Please choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos cannot be opened on this device just now. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick or phone still connected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to the archive did not work. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an enrolment code. It begins with IDR1-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This enrolment code was used before. Ask the archive for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of this device cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>There is no room for more stories. Send what waits, or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for about {hours} more hours of sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is room for about {hours} hours of sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A microphone is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A loudspeaker is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it in the system&apos;s settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date looks right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used. A story cut short by a crash is lost then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s key store works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device knows its archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part that sends stories is not running. Close this program and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part that sends stories is running.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Your language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A safe way to reach you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HowTo</name>
    <message>
        <source>How this works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You answer one question at a time. You can go back at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen reads the page aloud. Text size makes the words bigger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the red button you start and stop recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing leaves this device until you press Send my story.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and leave deletes everything you have said here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you are not sure, ask the people who invited you.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>I am here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>Delete and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Record 3 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I can hear myself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone now. You can go on and try again at the first question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone is switched off or blocked. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We hear nothing yet. Please say a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is very quiet. Please come closer or speak up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is too loud. Please move back a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We hear you well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameCheck</name>
    <message>
        <source>Listen, and press when the name begins and when it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bit longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen: from second {start} to second {end}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part is cut out. Listen again to be sure.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Something is not right. Tell the archive&apos;s people: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive no longer accepts this device. Ask its people for a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it, then send again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network asks you to log in first. Open a web page and do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved story is missing from this device. Tell the archive&apos;s people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved story cannot be read. The disk may be broken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A saved story is not as it was. The disk may be broken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Earlier photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch a photo to add it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photo {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What should nobody see?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw over faces and signs. What you cover is gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {most} photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>I said a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was recorded. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. Please call staff, then record again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We heard almost nothing. Please come closer and record again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is very short. You can record again if you want to say more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your voice is very quiet. You can come closer and record again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some parts are too loud and may crackle. You can move back and record again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you said so far is saved. Recording is interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of your voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Marked. Names marked so far: %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>A small part of the sound is missing. Please listen to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No microphone. Press the red button to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the red button and speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording. It is saved as you speak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment, it is being saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answer is saved on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to it. Then keep it, or record again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Your story is on its way to the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same code as a picture for a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This page closes by itself in %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Space</name>
    <message>
        <source>This device is almost full. Please call staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plenty of space left on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %n hours of space left on this device</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes of space left on this device</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>{sent} of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> → </source>
        <comment>points in reading direction</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each story goes through these steps: {steps}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying to send now. This page shows how far it got.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {least} to {most} digits. Keep it in a good place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Please wait %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the staff PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. You have %n more chance(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the enrolment code here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one the system chooses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is everything ready?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this aloud and compare it with the archive&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is connected. Compare the digits below with the archive&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device does not belong to an archive yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Story {number}: %n answer(s), {length} of sound</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished stories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on only if the person who told it is here and wants to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Touch to begin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You asked for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n cut(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Text size, now %n of 4</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>read this page aloud</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen: read this page aloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
