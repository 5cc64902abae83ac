<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="my" sourcelanguage="en">
<context>
    <name>AudioBar</name>
    <message>
        <source>Stop listening</source>
        <translation>အသံ ရပ်မယ်</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>နားထောင်</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>ရောက်နေတဲ့ နေရာ</translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation>{all} မှာ {now}</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>There is nothing to hear yet.</source>
        <translation>နားထောင်စရာ မရှိသေးပါဘူး။</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>ပြောင်း</translation>
    </message>
    <message>
        <source>Saving your story…</source>
        <translation>သင့်ဇာတ်လမ်းကို သိမ်းနေပါတယ်…</translation>
    </message>
    <message>
        <source>Send my story</source>
        <translation>ဇာတ်လမ်းကို ပို့မယ်</translation>
    </message>
    <message>
        <source>The public will hear nothing. You ticked no place.</source>
        <translation>အများပြည်သူက ဘာမှ မကြားရပါဘူး။ ဘယ်နေရာကိုမှ မခြစ်ထားပါဘူး။</translation>
    </message>
    <message>
        <source>The public will not hear your recording. Someone else reads your words.</source>
        <translation>အများပြည်သူက သင် သွင်းထားတဲ့ အသံကို မကြားရပါဘူး။ တခြားသူက သင့်စကားကို ဖတ်ပါတယ်။</translation>
    </message>
    <message>
        <source>The public will hear nothing. They read your words.</source>
        <translation>အများပြည်သူက ဘာမှ မကြားရပါဘူး။ သင့်စကားကို ဖတ်ရပါတယ်။</translation>
    </message>
    <message>
        <source>The public will hear nothing. Your story stays in the archive.</source>
        <translation>အများပြည်သူက ဘာမှ မကြားရပါဘူး။ သင့်ဇာတ်လမ်းက မှတ်တမ်းတိုက်မှာ ရှိနေပါတယ်။</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>အသံ ရပ်မယ်</translation>
    </message>
    <message>
        <source>Hear what the public hears</source>
        <translation>အများပြည်သူ ကြားမယ့်အတိုင်း နားထောင်</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>How this looks</source>
        <translation>မြင်ရပုံ</translation>
    </message>
    <message>
        <source>How big the words are</source>
        <translation>စာလုံး အရွယ်အစား</translation>
    </message>
    <message>
        <source>Stronger colours</source>
        <translation>ပိုပြတ်သားတဲ့ အရောင်</translation>
    </message>
    <message>
        <source>Dark words on white, and thick lines.</source>
        <translation>အဖြူပေါ်မှာ စာလုံး အမည်းနဲ့ မျဉ်းထူတွေ။</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>လှုပ်ရှားမှု လျှော့မယ်</translation>
    </message>
    <message>
        <source>Pictures on the screen stand still.</source>
        <translation>မျက်နှာပြင်ပေါ်က ပုံတွေ ငြိမ်နေပါတယ်။</translation>
    </message>
    <message>
        <source>Size {number}</source>
        <translation>အရွယ် {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This device cannot save or read unfinished stories. Please call staff.</source>
        <translation>ဒီစက်က မပြီးသေးတဲ့ ဇာတ်လမ်းတွေကို သိမ်းလို့ ဖတ်လို့ မရပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
        <translation>ဒီစက်က မပြီးသေးတဲ့ ဇာတ်လမ်းတွေကို အခု လုံခြုံအောင် မသိမ်းနိုင်ပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>The archive&apos;s key on this device is damaged. Please call staff.</source>
        <translation>ဒီစက်ထဲက မှတ်တမ်းတိုက် သော့ ပျက်နေပါတယ်။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This code is not complete or has a typing mistake. It has 16 digits.</source>
        <translation>ဒီကုဒ် မပြည့်စုံပါဘူး၊ ဒါမှမဟုတ် စာရိုက် မှားနေပါတယ်။ ကုဒ်မှာ ဂဏန်း 16 လုံး ပါပါတယ်။</translation>
    </message>
    <message>
        <source>This device is full. What you have said so far is safe. Please call staff.</source>
        <translation>ဒီစက် ပြည့်နေပါပြီ။ အခုအထိ ပြောထားတာ မပျောက်ပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. What you have said so far is safe. Please call staff.</source>
        <translation>ဒီစက်ရဲ့ ဒစ်က ကောင်းကောင်း အလုပ်မလုပ်ပါဘူး။ အခုအထိ ပြောထားတာ မပျောက်ပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>A part of this story cannot be read. Please call staff.</source>
        <translation>ဒီဇာတ်လမ်းရဲ့ အပိုင်းတစ်ခုကို ဖတ်လို့ မရပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This passphrase is not right.</source>
        <translation>ဒီစကားဝှက် မမှန်ပါဘူး။</translation>
    </message>
    <message>
        <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
        <translation>မိုက်ခရိုဖုန်း ပြုတ်သွားပါတယ်။ အခုအထိ ပြောထားတာ မပျောက်ပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This device has changed to another microphone. What you have said so far is safe. Please call staff.</source>
        <translation>ဒီစက်က တခြား မိုက်ခရိုဖုန်းကို ပြောင်းသုံးနေပါတယ်။ အခုအထိ ပြောထားတာ မပျောက်ပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
        <translation>ရွေးထားတဲ့ မိုက်ခရိုဖုန်းကို မတပ်ရသေးပါဘူး။ တပ်ပါ၊ ဒါမှမဟုတ် တခြားတစ်ခု ရွေးပေးဖို့ ဝန်ထမ်းကို ပြောပါ။</translation>
    </message>
    <message>
        <source>This device has no microphone. Please connect one, or call staff.</source>
        <translation>ဒီစက်မှာ မိုက်ခရိုဖုန်း မရှိပါဘူး။ တစ်ခု တပ်ပါ၊ ဒါမှမဟုတ် ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
        <translation>မိုက်ခရိုဖုန်းကို ဖွင့်လို့ မရပါဘူး။ တခြား ပရိုဂရမ်က သုံးနေတာ၊ ဒါမှမဟုတ် ခွင့်ပြုမထားတာ ဖြစ်နိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>The microphones of this device cannot be listed. Please call staff.</source>
        <translation>ဒီစက်ရဲ့ မိုက်ခရိုဖုန်းတွေကို ရှာလို့ မရပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>Recording has stopped working. Please call staff.</source>
        <translation>အသံသွင်းတာ ရပ်သွားပါတယ်။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>The loudspeaker of this device cannot be used. Please call staff.</source>
        <translation>ဒီစက်ရဲ့ စပီကာကို သုံးလို့ မရပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This page cannot be read aloud just now.</source>
        <translation>ဒီစာမျက်နှာကို အခု အသံထွက် ဖတ်လို့ မရပါဘူး။</translation>
    </message>
    <message>
        <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
        <translation>အသံကို ပြင်ဆင်လို့ မရပါဘူး။ ဘာမှ မပျောက်ပါဘူး။ ထပ်စမ်းပါ၊ ဒါမှမဟုတ် ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation>ဒီဖိုင်ထဲမှာ ဘာမှ မရှိပါဘူး။ တခြား ဖိုင် ရွေးပါ။</translation>
    </message>
    <message>
        <source>This file is too large for a photo. Please choose another one.</source>
        <translation>ဒီဖိုင်က ဓာတ်ပုံအတွက် ကြီးလွန်းပါတယ်။ တခြား ဖိုင် ရွေးပါ။</translation>
    </message>
    <message>
        <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
        <translation>ဒါက ယူလို့ရတဲ့ ဓာတ်ပုံ မဟုတ်ပါဘူး။ ဓာတ်ပုံ နာမည်တွေက JPG, PNG, WebP ဒါမှမဟုတ် HEIC နဲ့ ဆုံးပါတယ်။</translation>
    </message>
    <message>
        <source>This picture is larger than we can take. Please choose a smaller one.</source>
        <translation>ဒီဓာတ်ပုံက ယူလို့ မရအောင် ကြီးလွန်းပါတယ်။ ပိုသေးတဲ့ ဓာတ်ပုံ ရွေးပါ။</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be opened. Please choose another one.</source>
        <translation>ဒီဓာတ်ပုံ ပျက်နေလို့ ဖွင့်မရပါဘူး။ တခြား ဓာတ်ပုံ ရွေးပါ။</translation>
    </message>
    <message>
        <source>This photo took too long to open. Please choose another one.</source>
        <translation>ဒီဓာတ်ပုံ ဖွင့်တာ ကြာလွန်းပါတယ်။ တခြား ဓာတ်ပုံ ရွေးပါ။</translation>
    </message>
    <message>
        <source>Photos cannot be opened on this device just now. Please call staff.</source>
        <translation>ဒီစက်မှာ ဓာတ်ပုံတွေကို အခု ဖွင့်လို့ မရပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick or phone still connected?</source>
        <translation>ဒီဖိုင်ကို ဖတ်လို့ မရပါဘူး။ USB စတစ် ဒါမှမဟုတ် ဖုန်း တပ်ထားသေးလား။</translation>
    </message>
    <message>
        <source>Too many codes were typed here. Please try again in an hour.</source>
        <translation>ဒီမှာ ကုဒ်တွေ အများကြီး ရိုက်ထားပါတယ်။ တစ်နာရီ ကြာမှ ထပ်စမ်းပါ။</translation>
    </message>
    <message>
        <source>Your story will not be sent, but this device could not erase it yet. Please call staff.</source>
        <translation>သင့်ဇာတ်လမ်းကို မပို့တော့ပါဘူး။ ဒါပေမဲ့ ဒီစက်က ဖျက်လို့ မရသေးပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Please call staff.</source>
        <translation>ဒီစက်ကို မှတ်တမ်းတိုက်နဲ့ မချိတ်ရသေးပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>Connecting to the archive did not work. Please try again.</source>
        <translation>မှတ်တမ်းတိုက်နဲ့ ချိတ်လို့ မရပါဘူး။ ထပ်စမ်းပါ။</translation>
    </message>
    <message>
        <source>This is not an enrolment code. It begins with IDR1-.</source>
        <translation>ဒါက ချိတ်ဆက်ကုဒ် မဟုတ်ပါဘူး။ ချိတ်ဆက်ကုဒ်က IDR1- နဲ့ စပါတယ်။</translation>
    </message>
    <message>
        <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
        <translation>ဒီချိတ်ဆက်ကုဒ်မှာ အမှား ပါနေပါတယ်။ မှတ်တမ်းတိုက်ဆီက ပြန်ကူးပါ။</translation>
    </message>
    <message>
        <source>This enrolment code was used before. Ask the archive for a new one.</source>
        <translation>ဒီချိတ်ဆက်ကုဒ်ကို သုံးပြီးသားပါ။ မှတ်တမ်းတိုက်ဆီက ကုဒ်အသစ် တောင်းပါ။</translation>
    </message>
    <message>
        <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
        <translation>ဒီချိတ်ဆက်ကုဒ် သက်တမ်း ကုန်သွားပါပြီ။ မှတ်တမ်းတိုက်ဆီက ကုဒ်အသစ် တောင်းပါ။</translation>
    </message>
    <message>
        <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
        <translation>အရင် မှတ်တမ်းတိုက်အတွက် ဇာတ်လမ်းတွေ ဒီမှာ စောင့်နေတုန်းပါ။ အဲဒါတွေကို အရင် ပို့ပါ။</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. Please call staff.</source>
        <translation>ဒီစက်ရဲ့ ဒစ်က ကောင်းကောင်း အလုပ်မလုပ်ပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>The settings of this device cannot be written.</source>
        <translation>ဒီစက်ရဲ့ ဆက်တင်တွေကို သိမ်းလို့ မရပါဘူး။</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Chosen</source>
        <translation>ရွေးထားတယ်</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>မရွေးထားဘူး</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>There is no room for more stories. Send what waits, or free some space.</source>
        <translation>ဇာတ်လမ်း ထပ်ထည့်ဖို့ နေရာ မရှိပါဘူး။ စောင့်နေတာတွေကို ပို့ပါ၊ ဒါမှမဟုတ် နေရာ ရှင်းပါ။</translation>
    </message>
    <message>
        <source>There is room for about {hours} more hours of sound.</source>
        <translation>အသံ {hours} နာရီလောက်ပဲ ထပ်ထည့်ဖို့ နေရာ ကျန်ပါတယ်။</translation>
    </message>
    <message>
        <source>There is room for about {hours} hours of sound.</source>
        <translation>အသံ {hours} နာရီလောက် ထည့်ဖို့ နေရာ ရှိပါတယ်။</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check the system&apos;s settings.</source>
        <translation>မိုက်ခရိုဖုန်း ရှာမတွေ့ပါဘူး။ တစ်ခု တပ်ပါ၊ ဒါမှမဟုတ် စနစ်ရဲ့ ဆက်တင်တွေကို စစ်ကြည့်ပါ။</translation>
    </message>
    <message>
        <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
        <translation>ရွေးထားတဲ့ မိုက်ခရိုဖုန်းကို မတပ်ရသေးပါဘူး။ တပ်ပါ၊ ဒါမှမဟုတ် တခြားတစ်ခု ရွေးပါ။</translation>
    </message>
    <message>
        <source>The microphone is turned off in the system&apos;s settings. Turn it on there.</source>
        <translation>စနစ်ရဲ့ ဆက်တင်ထဲမှာ မိုက်ခရိုဖုန်းကို ပိတ်ထားပါတယ်။ အဲဒီမှာ ဖွင့်ပါ။</translation>
    </message>
    <message>
        <source>A microphone is ready.</source>
        <translation>မိုက်ခရိုဖုန်း အဆင်သင့် ဖြစ်ပါပြီ။</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
        <translation>စပီကာ ရှာမတွေ့ပါဘူး။ စာမျက်နှာကိုရော အဖြေကိုရော ဘယ်သူမှ နားထောင်လို့ မရပါဘူး။</translation>
    </message>
    <message>
        <source>A loudspeaker is ready.</source>
        <translation>စပီကာ အဆင်သင့် ဖြစ်ပါပြီ။</translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it in the system&apos;s settings.</source>
        <translation>ဒီစက်ရဲ့ ရက်စွဲ မှားနေပါတယ်။ စနစ်ရဲ့ ဆက်တင်ထဲမှာ ပြင်ပါ။</translation>
    </message>
    <message>
        <source>The date looks right.</source>
        <translation>ရက်စွဲ မှန်ပုံရပါတယ်။</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used. A story cut short by a crash is lost then.</source>
        <translation>စနစ်ရဲ့ သော့သိမ်းတဲ့ နေရာကို သုံးလို့ မရပါဘူး။ ပရိုဂရမ် ရုတ်တရက် ရပ်သွားရင် မပြီးသေးတဲ့ ဇာတ်လမ်း ပျောက်ပါမယ်။</translation>
    </message>
    <message>
        <source>The system&apos;s key store works.</source>
        <translation>စနစ်ရဲ့ သော့သိမ်းတဲ့ နေရာ အလုပ်လုပ်ပါတယ်။</translation>
    </message>
    <message>
        <source>No staff passphrase was chosen. A story cut short by a crash is lost then.</source>
        <translation>ဝန်ထမ်း စကားဝှက် မရွေးထားပါဘူး။ ပရိုဂရမ် ရုတ်တရက် ရပ်သွားရင် မပြီးသေးတဲ့ ဇာတ်လမ်း ပျောက်ပါမယ်။</translation>
    </message>
    <message>
        <source>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</source>
        <translation>ဝန်ထမ်း စကားဝှက် မထည့်ရသေးပါဘူး။ မထည့်မချင်း ပရိုဂရမ် ရုတ်တရက် ရပ်သွားရင် မပြီးသေးတဲ့ ဇာတ်လမ်း ပျောက်ပါမယ်။</translation>
    </message>
    <message>
        <source>The staff passphrase was typed. Unfinished stories survive a crash.</source>
        <translation>ဝန်ထမ်း စကားဝှက် ထည့်ပြီးပါပြီ။ ပရိုဂရမ် ရုတ်တရက် ရပ်သွားလည်း မပြီးသေးတဲ့ ဇာတ်လမ်းတွေ မပျောက်ပါဘူး။</translation>
    </message>
    <message>
        <source>Please check that the system protects its disk with a password.</source>
        <translation>စနစ်က သူ့ဒစ်ကို စကားဝှက်နဲ့ ကာကွယ်ထားသလား စစ်ကြည့်ပါ။</translation>
    </message>
    <message>
        <source>The system&apos;s disk is not protected. Whoever takes this device could find traces.</source>
        <translation>စနစ်ရဲ့ ဒစ်ကို ကာကွယ်မထားပါဘူး။ ဒီစက်ကို ယူသွားသူက အထောက်အထား ရှာတွေ့နိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>The system protects its disk.</source>
        <translation>စနစ်က သူ့ဒစ်ကို ကာကွယ်ထားပါတယ်။</translation>
    </message>
    <message>
        <source>The system may write its memory to the disk. Turn off its swap space.</source>
        <translation>စနစ်က သူ့မှတ်ဉာဏ်ကို ဒစ်ပေါ်မှာ ရေးနိုင်ပါတယ်။ သူ့ swap နေရာကို ပိတ်ပါ။</translation>
    </message>
    <message>
        <source>The system may save its memory when it sleeps. Turn off hibernation.</source>
        <translation>စနစ် အိပ်တဲ့အခါ သူ့မှတ်ဉာဏ်ကို သိမ်းနိုင်ပါတယ်။ hibernation ကို ပိတ်ပါ။</translation>
    </message>
    <message>
        <source>This device may fall asleep while somebody speaks. Switch off its sleep in the system&apos;s settings.</source>
        <translation>တစ်ယောက်ယောက် ပြောနေတုန်း ဒီစက် အိပ်သွားနိုင်ပါတယ်။ စနစ်ရဲ့ ဆက်တင်ထဲမှာ အိပ်တာကို ပိတ်ပါ။</translation>
    </message>
    <message>
        <source>This device stays awake while somebody speaks.</source>
        <translation>တစ်ယောက်ယောက် ပြောနေတုန်း ဒီစက် အိပ်မသွားပါဘူး။</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
        <translation>ဒီစက်ကို မှတ်တမ်းတိုက်နဲ့ မချိတ်ရသေးပါဘူး။ ချိတ်ဆက်ကုဒ် ထည့်ပါ။</translation>
    </message>
    <message>
        <source>This device knows its archive.</source>
        <translation>ဒီစက်က သူ့မှတ်တမ်းတိုက်ကို သိပါတယ်။</translation>
    </message>
    <message>
        <source>The part that sends stories is not running. Close this program and start it again.</source>
        <translation>ဇာတ်လမ်း ပို့တဲ့ အပိုင်း အလုပ်မလုပ်ပါဘူး။ ဒီပရိုဂရမ်ကို ပိတ်ပြီး ပြန်ဖွင့်ပါ။</translation>
    </message>
    <message>
        <source>The part that sends stories is running.</source>
        <translation>ဇာတ်လမ်း ပို့တဲ့ အပိုင်း အလုပ်လုပ်နေပါတယ်။</translation>
    </message>
    <message>
        <source>Recordings of the voice that cannot be used: {count}.</source>
        <translation>သုံးလို့ မရတဲ့ ဖတ်သံ {count} ခု ရှိပါတယ်။</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Your language</source>
        <translation>သင့် ဘာသာစကား</translation>
    </message>
    <message>
        <source>A safe way to reach you</source>
        <translation>ဆက်သွယ်ဖို့ လုံခြုံတဲ့ နည်း</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>တခြား ပြောစရာ</translation>
    </message>
</context>
<context>
    <name>HowTo</name>
    <message>
        <source>How this works</source>
        <translation>ဘယ်လို သုံးရမလဲ</translation>
    </message>
    <message>
        <source>You answer one question at a time. You can go back at any time.</source>
        <translation>မေးခွန်းကို တစ်ခုချင်း ဖြေပါမယ်။ ဘယ်အချိန်မဆို နောက်ပြန်သွားနိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>Listen reads the page aloud. Text size makes the words bigger.</source>
        <translation>“နားထောင်” က စာမျက်နှာကို အသံထွက် ဖတ်ပေးပါတယ်။ “စာအရွယ်” က စာလုံးတွေကို ပိုကြီးစေပါတယ်။</translation>
    </message>
    <message>
        <source>With the red button you start and stop recording.</source>
        <translation>ခလုတ် အနီနဲ့ အသံသွင်းတာကို စပြီး ရပ်နိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>Nothing leaves this device until you press Send my story.</source>
        <translation>“ဇာတ်လမ်းကို ပို့မယ်” ကို မနှိပ်မချင်း ဒီစက်ထဲက ဘာမှ ထွက်မသွားပါဘူး။</translation>
    </message>
    <message>
        <source>Stop and leave deletes everything you have said here.</source>
        <translation>“ရပ်ပြီး ထွက်” က သင် ဒီမှာ ပြောခဲ့တာ အားလုံးကို ဖျက်ပါတယ်။</translation>
    </message>
    <message>
        <source>If you are not sure, ask the people who invited you.</source>
        <translation>မသေချာရင် သင့်ကို ဖိတ်ခေါ်တဲ့သူတွေကို မေးပါ။</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>I am here</source>
        <translation>ဒီမှာ ရှိပါတယ်</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <translation>သင့် ဘာသာစကားကို ရွေးပါ</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>Delete and leave</source>
        <translation>ဖျက်ပြီး ထွက်မယ်</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>ဆက်နေမယ်</translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Record 3 seconds</source>
        <translation>သုံးစက္ကန့် အသံသွင်းမယ်</translation>
    </message>
    <message>
        <source>I can hear myself</source>
        <translation>ကိုယ့်အသံ ကြားတယ်</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>မိုက်ခရိုဖုန်း အသံ အတိုးအကျယ်</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>ခဏလေး၊ မိုက်ခရိုဖုန်းကို ဖွင့်နေပါတယ်။</translation>
    </message>
    <message>
        <source>No microphone now. You can go on and try again at the first question.</source>
        <translation>အခု မိုက်ခရိုဖုန်း မရှိပါဘူး။ ရှေ့ဆက်ပြီး ပထမ မေးခွန်းမှာ ထပ်စမ်းနိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>The microphone is switched off or blocked. Please call staff.</source>
        <translation>မိုက်ခရိုဖုန်းကို ပိတ်ထားပါတယ်၊ ဒါမှမဟုတ် တားထားပါတယ်။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>The microphone is turned off in this device&apos;s settings. Please call staff.</source>
        <translation>ဒီစက်ရဲ့ ဆက်တင်ထဲမှာ မိုက်ခရိုဖုန်းကို ပိတ်ထားပါတယ်။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>We hear a steady noise and no voice yet. Say a few words, or call staff.</source>
        <translation>တောက်လျှောက် ဆူသံကိုပဲ ကြားရပြီး စကားသံ မကြားရသေးပါဘူး။ စကား အနည်းငယ် ပြောပါ၊ ဒါမှမဟုတ် ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>We hear nothing yet. Please say a few words.</source>
        <translation>ဘာမှ မကြားရသေးပါဘူး။ စကား အနည်းငယ် ပြောပါ။</translation>
    </message>
    <message>
        <source>That is very quiet. Please come closer or speak up.</source>
        <translation>အသံ အရမ်း တိုးနေပါတယ်။ နီးနီး လာပါ၊ ဒါမှမဟုတ် ပိုကျယ်ကျယ် ပြောပါ။</translation>
    </message>
    <message>
        <source>That is too loud. Please move back a little.</source>
        <translation>အသံ ကျယ်လွန်းပါတယ်။ နည်းနည်း နောက်ဆုတ်ပါ။</translation>
    </message>
    <message>
        <source>We hear you well.</source>
        <translation>သင့်အသံကို ကောင်းကောင်း ကြားရပါတယ်။</translation>
    </message>
    <message>
        <source>They can choose another microphone.</source>
        <translation>ဝန်ထမ်းက တခြား မိုက်ခရိုဖုန်း ရွေးပေးနိုင်ပါတယ်။</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Your name</source>
        <translation>သင့်နာမည်</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>တခြား နာမည်</translation>
    </message>
</context>
<context>
    <name>NameCheck</name>
    <message>
        <source>You marked a name in this answer. Listen, then choose what to do.</source>
        <translation>ဒီအဖြေမှာ နာမည်တစ်ခုကို သင် မှတ်ထားပါတယ်။ နားထောင်ပါ၊ ပြီးရင် ဘာလုပ်မလဲ ရွေးပါ။</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>နာမည် စပြီ</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>နာမည် ဆုံးပြီ</translation>
    </message>
    <message>
        <source>Undo the cut</source>
        <translation>မဖြတ်တော့ဘူး</translation>
    </message>
    <message>
        <source>The part is cut out. Listen again to be sure.</source>
        <translation>အဲဒီ အပိုင်းကို ဖြတ်ပြီးပါပြီ။ သေချာအောင် ပြန် နားထောင်ပါ။</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Cut a name out</source>
        <translation>နာမည် ဖြတ်မယ်</translation>
    </message>
    <message>
        <source>Name {number} of {all}: from {start} to {end}.</source>
        <translation>နာမည် {all} ခုမှာ {number}၊ {start} ကနေ {end} အထိပါ။</translation>
    </message>
    <message>
        <source>Listen. When you hear a name, press the flag.</source>
        <translation>နားထောင်ပါ။ နာမည် ကြားရင် အလံကို နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>No name here</source>
        <translation>ဒီမှာ နာမည် မပါ</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>နောက် နာမည်</translation>
    </message>
    <message>
        <source>Begins earlier</source>
        <translation>ပိုစောစော စမယ်</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>ပိုနောက်မှ စမယ်</translation>
    </message>
    <message>
        <source>Ends earlier</source>
        <translation>ပိုစောစော ဆုံးမယ်</translation>
    </message>
    <message>
        <source>Ends later</source>
        <translation>ပိုနောက်မှ ဆုံးမယ်</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Something is not right. Tell the archive&apos;s people: {reason}</source>
        <translation>တစ်ခုခု မှားနေပါတယ်။ မှတ်တမ်းတိုက်က လူတွေကို ပြောပါ။ {reason}</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>ဒီမှာ သိမ်းထားတယ်</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>စောင့်နေတယ်</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>ပို့ပြီးပြီ</translation>
    </message>
    <message>
        <source>the archive has it</source>
        <translation>မှတ်တမ်းတိုက် ရောက်ပြီ</translation>
    </message>
    <message>
        <source>Set aside: {count}. {reason}</source>
        <translation>ဘေးဖယ်ထားတာ {count} ခု။ {reason}</translation>
    </message>
    <message>
        <source>Nothing has to be done. It goes on by itself.</source>
        <translation>ဘာမှ လုပ်စရာ မလိုပါဘူး။ သူ့ဘာသာ ဆက်သွားပါလိမ့်မယ်။</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n hour(s).</source>
        <translation>
            <numerusform>%n နာရီလောက် ကြာရင် သူ့ဘာသာ ထပ်ကြိုးစားပါလိမ့်မယ်။</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>%n ရက်လောက် ကျန်တယ်</numerusform>
        </translation>
    </message>
    <message>
        <source>{stick} ({amount} free)</source>
        <translation>{stick} ({amount} လွတ်)</translation>
    </message>
    <message>
        <source>Requests to take stories back are copied. You can pull the stick out now.</source>
        <translation>ဇာတ်လမ်း ပြန်ရုပ်ဖို့ တောင်းဆိုချက်တွေ ကူးပြီးပါပြီ။ USB စတစ်ကို အခု ဖြုတ်လို့ ရပါပြီ။</translation>
    </message>
    <message>
        <source>A saved story could not be copied. The disk may be broken.</source>
        <translation>သိမ်းထားတဲ့ ဇာတ်လမ်းတစ်ခု ကူးလို့ မရပါဘူး။ ဒစ်ခ် ပျက်နေတာ ဖြစ်နိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>What was copied also stays here until the archive has signed for it.</source>
        <translation>ကူးထားတာတွေကို မှတ်တမ်းတိုက်က လက်မှတ်ထိုး လက်ခံတဲ့အထိ ဒီမှာလည်း ထားပါတယ်။</translation>
    </message>
    <message>
        <source>It tries again by itself in less than a minute.</source>
        <translation>တစ်မိနစ် မပြည့်ခင် သူ့ဘာသာ ထပ်ကြိုးစားပါလိမ့်မယ်။</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n minute(s).</source>
        <translation>
            <numerusform>%n မိနစ်လောက် ကြာရင် သူ့ဘာသာ ထပ်ကြိုးစားပါလိမ့်မယ်။</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>တစ်မိနစ် မပြည့်တော့ဘူး</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>%n မိနစ်လောက် ကျန်တယ်</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>%n နာရီလောက် ကျန်တယ်</numerusform>
        </translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>ဘေးဖယ်ထားတယ်</translation>
    </message>
    <message>
        <source>{sent} of {size}</source>
        <translation>{size} မှာ {sent}</translation>
    </message>
    <message>
        <source>copied to a stick on {day}</source>
        <translation>{day} မှာ USB စတစ်ထဲ ကူးထားတယ်</translation>
    </message>
    <message>
        <source>Still to be sent: {amount}.</source>
        <translation>ပို့ဖို့ ကျန်တာ {amount}။</translation>
    </message>
    <message numerus="yes">
        <source>%n story(s) copied. You can pull the stick out now.</source>
        <translation>
            <numerusform>ဇာတ်လမ်း %n ခု ကူးပြီးပါပြီ။ USB စတစ်ကို အခု ဖြုတ်လို့ ရပါပြီ။</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are not genuine. Nothing was erased for them.</source>
        <translation>
            <numerusform>လက်ခံစာ %n စောင် အစစ် မဟုတ်ပါဘူး။ ဒါကြောင့် ဘာမှ မဖျက်ပါဘူး။</numerusform>
        </translation>
    </message>
    <message>
        <source>You can pull the stick out now.</source>
        <translation>USB စတစ်ကို အခု ဖြုတ်လို့ ရပါပြီ။</translation>
    </message>
    <message>
        <source>What this device knows of its archive is damaged.</source>
        <translation>ဒီစက်က သူ့မှတ်တမ်းတိုက်အကြောင်း မှတ်ထားတာ ပျက်နေပါတယ်။</translation>
    </message>
    <message>
        <source>Ask the archive&apos;s people for a new code, and connect again.</source>
        <translation>မှတ်တမ်းတိုက်က လူတွေဆီက ကုဒ်အသစ် တောင်းပြီး ပြန်ချိတ်ပါ။</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet.</source>
        <translation>ဒီစက်ကို မှတ်တမ်းတိုက်နဲ့ မချိတ်ရသေးပါဘူး။</translation>
    </message>
    <message>
        <source>Enter an enrolment code first. Until then stories are kept here.</source>
        <translation>ချိတ်ဆက်ကုဒ် အရင် ထည့်ပါ။ အဲဒီအထိ ဇာတ်လမ်းတွေကို ဒီမှာ သိမ်းထားပါတယ်။</translation>
    </message>
    <message>
        <source>The part that sends stories is not running.</source>
        <translation>ဇာတ်လမ်း ပို့တဲ့ အပိုင်း အလုပ်မလုပ်ပါဘူး။</translation>
    </message>
    <message>
        <source>Close this program and start it again.</source>
        <translation>ဒီပရိုဂရမ်ကို ပိတ်ပြီး ပြန်ဖွင့်ပါ။</translation>
    </message>
    <message>
        <source>Story {number}: {state}</source>
        <translation>ဇာတ်လမ်း {number} - {state}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of one line</comment>
        <translation>၊ </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to take a story back still wait.</source>
        <translation>
            <numerusform>ဇာတ်လမ်း ပြန်ရုပ်ဖို့ တောင်းဆိုချက် %n ခု စောင့်နေဆဲပါ။</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive has signed for %n more part(s) of stories.</source>
        <translation>
            <numerusform>ဇာတ်လမ်း အပိုင်း နောက်ထပ် %n ခုအတွက် မှတ်တမ်းတိုက်က လက်မှတ်ထိုးပြီးပါပြီ။</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are for another device, and were left alone.</source>
        <translation>
            <numerusform>လက်ခံစာ %n စောင်က တခြားစက်အတွက် ဖြစ်လို့ ဒီအတိုင်း ထားခဲ့ပါတယ်။</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people.</source>
        <translation>မှတ်တမ်းတိုက်က လူတွေကို ပြောပါ။</translation>
    </message>
    <message>
        <source>The archive has not been asked yet.</source>
        <translation>မှတ်တမ်းတိုက်ကို မမေးရသေးပါဘူး။</translation>
    </message>
    <message>
        <source>The archive answers.</source>
        <translation>မှတ်တမ်းတိုက်က ပြန်ဖြေပါတယ်။</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>မှတ်တမ်းတိုက်ကို ဆက်သွယ်လို့ မရပါဘူး။</translation>
    </message>
    <message>
        <source>Check the internet of this device. A stick works without it.</source>
        <translation>ဒီစက်ရဲ့ အင်တာနက်ကို စစ်ပါ။ USB စတစ်ဆိုရင် အင်တာနက် မလိုပါဘူး။</translation>
    </message>
    <message>
        <source>This network asks you to log in first.</source>
        <translation>ဒီကွန်ရက်က အရင် အကောင့်ဝင်ဖို့ တောင်းနေပါတယ်။</translation>
    </message>
    <message>
        <source>Open a web page, log in there, then press Send now.</source>
        <translation>ဝဘ်စာမျက်နှာ တစ်ခု ဖွင့်ပြီး အကောင့်ဝင်ပါ။ ပြီးရင် “အခု ပို့မယ်” ကို နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>Somebody on this network reads along. So nothing is sent here.</source>
        <translation>ဒီကွန်ရက်ပေါ်မှာ တစ်ယောက်ယောက် ကြားဖြတ်ဖတ်နေပါတယ်။ ဒါကြောင့် ဒီမှာ ဘာမှ မပို့ပါဘူး။</translation>
    </message>
    <message>
        <source>Use another network, such as that of a phone.</source>
        <translation>တခြားကွန်ရက် သုံးပါ၊ ဥပမာ ဖုန်းရဲ့ ကွန်ရက်။</translation>
    </message>
    <message>
        <source>The date of this device is wrong.</source>
        <translation>ဒီစက်ရဲ့ ရက်စွဲ မှားနေပါတယ်။</translation>
    </message>
    <message>
        <source>Set it in the system&apos;s settings, then press Send now.</source>
        <translation>စနစ်ရဲ့ ဆက်တင်ထဲမှာ ပြင်ပါ။ ပြီးရင် “အခု ပို့မယ်” ကို နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>The archive does not recognise this device any more.</source>
        <translation>မှတ်တမ်းတိုက်က ဒီစက်ကို မမှတ်မိတော့ပါဘူး။</translation>
    </message>
    <message>
        <source>Ask its people for a new code, and connect again.</source>
        <translation>အဲဒီက လူတွေဆီက ကုဒ်အသစ် တောင်းပြီး ပြန်ချိတ်ပါ။</translation>
    </message>
    <message>
        <source>The archive has ended the connection with this device.</source>
        <translation>မှတ်တမ်းတိုက်က ဒီစက်နဲ့ ချိတ်ထားတာကို ဖြတ်လိုက်ပါပြီ။</translation>
    </message>
    <message>
        <source>Ask its people why. A new code connects it again.</source>
        <translation>ဘာကြောင့်လဲ အဲဒီက လူတွေကို မေးပါ။ ကုဒ်အသစ်နဲ့ ပြန်ချိတ်လို့ ရပါတယ်။</translation>
    </message>
    <message>
        <source>The archive has no room at the moment.</source>
        <translation>မှတ်တမ်းတိုက်မှာ လောလောဆယ် နေရာ မရှိပါဘူး။</translation>
    </message>
    <message>
        <source>Tell its people. The stories stay safe here, and go later.</source>
        <translation>အဲဒီက လူတွေကို ပြောပါ။ ဇာတ်လမ်းတွေ ဒီမှာ လုံခြုံစွာ ရှိနေပြီး နောက်မှ သွားပါမယ်။</translation>
    </message>
    <message>
        <source>The archive has too much to do at the moment.</source>
        <translation>မှတ်တမ်းတိုက် လောလောဆယ် အလုပ် များနေပါတယ်။</translation>
    </message>
    <message>
        <source>The archive takes no more from this device for now.</source>
        <translation>မှတ်တမ်းတိုက်က လောလောဆယ် ဒီစက်ဆီက ထပ်မယူသေးပါဘူး။</translation>
    </message>
    <message>
        <source>It goes on by itself later. The archive&apos;s people can allow more.</source>
        <translation>နောက်မှ သူ့ဘာသာ ဆက်သွားပါမယ်။ မှတ်တမ်းတိုက်က လူတွေက ပိုခွင့်ပြုနိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>Use a free network, or press Send now to send it anyway.</source>
        <translation>အခမဲ့ ကွန်ရက် သုံးပါ၊ ဒါမှမဟုတ် “အခု ပို့မယ်” ကို နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>The archive gives answers that this program does not understand.</source>
        <translation>မှတ်တမ်းတိုက်ရဲ့ အဖြေကို ဒီပရိုဂရမ်က နားမလည်ပါဘူး။</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people. This program may be too old.</source>
        <translation>မှတ်တမ်းတိုက်က လူတွေကို ပြောပါ။ ဒီပရိုဂရမ် ဟောင်းနေတာ ဖြစ်နိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>The address of the archive cannot be used.</source>
        <translation>မှတ်တမ်းတိုက်ရဲ့ လိပ်စာကို သုံးလို့ မရပါဘူး။</translation>
    </message>
    <message>
        <source>the archive can listen to it already</source>
        <translation>မှတ်တမ်းတိုက်က နားထောင်လို့ ရနေပြီ</translation>
    </message>
    <message>
        <source>Nothing can be written to this stick. Is its lock on?</source>
        <translation>ဒီ USB စတစ်ထဲ ရေးလို့ မရပါဘူး။ သော့ခတ်ထားလား။</translation>
    </message>
    <message>
        <source>This stick cannot be read. Use another one.</source>
        <translation>ဒီ USB စတစ်ကို ဖတ်လို့ မရပါဘူး။ တခြားတစ်ခု သုံးပါ။</translation>
    </message>
    <message>
        <source>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</source>
        <translation>ဇာတ်လမ်းတစ်ခုက ဒီ USB စတစ်ရဲ့ ပုံစံအတွက် ကြီးလွန်းပါတယ်။ exFAT ပုံစံနဲ့ USB စတစ် သုံးပါ။</translation>
    </message>
    <message>
        <source>Something on this stick is not a plain file. Use another stick.</source>
        <translation>ဒီ USB စတစ်ထဲမှာ သာမန်ဖိုင် မဟုတ်တာ ရှိနေပါတယ်။ တခြား USB စတစ် သုံးပါ။</translation>
    </message>
    <message>
        <source>There is no receipt on this stick. The archive has to read it first.</source>
        <translation>ဒီ USB စတစ်ထဲမှာ လက်ခံစာ မရှိပါဘူး။ မှတ်တမ်းတိုက်က အရင် ဖတ်ရပါမယ်။</translation>
    </message>
    <message>
        <source>A stick is being read or written already. Wait until that is done.</source>
        <translation>USB စတစ်တစ်ခုကို ဖတ်နေ ရေးနေဆဲပါ။ ပြီးတဲ့အထိ စောင့်ပါ။</translation>
    </message>
    <message>
        <source>There is nothing to copy. The archive has every story.</source>
        <translation>ကူးစရာ မရှိပါဘူး။ မှတ်တမ်းတိုက်မှာ ဇာတ်လမ်းအားလုံး ရှိပါတယ်။</translation>
    </message>
    <message>
        <source>Copying was stopped. What is on the stick is not complete.</source>
        <translation>ကူးတာ ရပ်လိုက်ပါပြီ။ USB စတစ်ထဲမှာ မပြည့်စုံသေးပါဘူး။</translation>
    </message>
    <message>
        <source>The stick could not be read or written. Please try again.</source>
        <translation>USB စတစ်ကို ဖတ်လို့ ရေးလို့ မရပါဘူး။ ထပ်စမ်းကြည့်ပါ။</translation>
    </message>
    <message>
        <source>Nothing is new: these receipts were read before.</source>
        <translation>အသစ် မရှိပါဘူး၊ ဒီလက်ခံစာတွေကို ဖတ်ပြီးသားပါ။</translation>
    </message>
    <message>
        <source>There is no receipt for this device on the stick.</source>
        <translation>USB စတစ်ထဲမှာ ဒီစက်အတွက် လက်ခံစာ မရှိပါဘူး။</translation>
    </message>
    <message>
        <source>A saved story is missing from this device. Tell the archive&apos;s people.</source>
        <translation>သိမ်းထားတဲ့ ဇာတ်လမ်းတစ်ခု ဒီစက်ထဲမှာ မရှိတော့ပါဘူး။ မှတ်တမ်းတိုက်က လူတွေကို ပြောပါ။</translation>
    </message>
    <message>
        <source>A saved story cannot be read. The disk may be broken.</source>
        <translation>သိမ်းထားတဲ့ ဇာတ်လမ်းတစ်ခုကို ဖတ်လို့ မရပါဘူး။ ဒစ် ပျက်နေတာ ဖြစ်နိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>To save money, the rest waits.</source>
        <translation>ငွေ မကုန်အောင် ကျန်တာတွေ စောင့်နေပါတယ်။</translation>
    </message>
    <message>
        <source>The stick is full. Copy the rest to another one.</source>
        <translation>USB စတစ် ပြည့်နေပါပြီ။ ကျန်တာကို နောက်တစ်ခုထဲ ကူးပါ။</translation>
    </message>
    <message>
        <source>The stick is gone. Plug it in and start again: it goes on where it stopped.</source>
        <translation>USB စတစ် မရှိတော့ပါဘူး။ ပြန်တပ်ပြီး ထပ်စပါ၊ ရပ်သွားတဲ့ နေရာက ဆက်ပါမယ်။</translation>
    </message>
    <message>
        <source>The archive does not take a story. Copy it to a stick and tell its people.</source>
        <translation>မှတ်တမ်းတိုက်က ဇာတ်လမ်းတစ်ခုကို လက်မခံပါဘူး။ USB စတစ်ထဲ ကူးပြီး အဲဒီက လူတွေကို ပြောပါ။</translation>
    </message>
    <message>
        <source>The archive&apos;s receipt is not genuine, so nothing is erased. Tell its people.</source>
        <translation>မှတ်တမ်းတိုက်ရဲ့ လက်ခံစာ အစစ် မဟုတ်လို့ ဘာမှ မဖျက်ပါဘူး။ အဲဒီက လူတွေကို ပြောပါ။</translation>
    </message>
    <message>
        <source>A story arrives damaged each time. Copy it to a stick.</source>
        <translation>ဇာတ်လမ်းတစ်ခု ရောက်တိုင်း ပျက်နေပါတယ်။ USB စတစ်ထဲ ကူးပါ။</translation>
    </message>
    <message>
        <source>A saved story is not as it was. The disk may be broken.</source>
        <translation>သိမ်းထားတဲ့ ဇာတ်လမ်းတစ်ခု အရင်လို မဟုတ်တော့ပါဘူး။ ဒစ် ပျက်နေတာ ဖြစ်နိုင်ပါတယ်။</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Words for this photo</source>
        <translation>ဒီဓာတ်ပုံအတွက် စာ</translation>
    </message>
    <message>
        <source>Leave out names that nobody should know.</source>
        <translation>ဘယ်သူမှ မသိသင့်တဲ့ နာမည်တွေ မထည့်ပါနဲ့။</translation>
    </message>
    <message>
        <source>Earlier photos</source>
        <translation>အရင် ဓာတ်ပုံတွေ</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>နောက်ထပ် ဓာတ်ပုံတွေ</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>ဓာတ်ပုံတွေ ရှာနေပါတယ်…</translation>
    </message>
    <message>
        <source>Not a photo</source>
        <translation>ဓာတ်ပုံ မဟုတ်ပါ</translation>
    </message>
    <message>
        <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
        <translation>USB စတစ် ဒါမှမဟုတ် ဖုန်း တပ်ပါ။ ပြီးရင် “ဓာတ်ပုံ ထည့်မယ်” ကို ထပ်ထိပါ။</translation>
    </message>
    <message>
        <source>Touch a photo to add it.</source>
        <translation>ထည့်ချင်တဲ့ ဓာတ်ပုံကို ထိပါ။</translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation>ဒီမှာ ဓာတ်ပုံ မရှိပါဘူး။</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>ခဏလေး</translation>
    </message>
    <message>
        <source>Prepared photos</source>
        <translation>အဆင်သင့် ဓာတ်ပုံတွေ</translation>
    </message>
    <message>
        <source>Add photo {number}</source>
        <translation>ဓာတ်ပုံ {number} ကို ထည့်မယ်</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>ဓာတ်ပုံ ထည့်မယ်</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>လှည့်မယ်</translation>
    </message>
    <message>
        <source>Cover something</source>
        <translation>တစ်ခုခု ဖုံးမယ်</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>စာ ထည့်မယ်</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>ဖယ်မယ်</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ပြန်ပြင်မယ်</translation>
    </message>
    <message>
        <source>Cover for good</source>
        <translation>အပြီးတိုင် ဖုံးမယ်</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ပြီးပြီ</translation>
    </message>
    <message>
        <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
        <translation>ဖုံးမယ့် ဓာတ်ပုံ၊ မြှားခလုတ်နဲ့ ရွှေ့ပါ၊ Shift နဲ့ မြှားခလုတ်နဲ့ အရွယ် ပြောင်းပါ၊ Enter နဲ့ ဖုံးပါ</translation>
    </message>
    <message>
        <source>What should nobody see?</source>
        <translation>ဘာကို ဘယ်သူမှ မမြင်စေချင်တာလဲ။</translation>
    </message>
    <message>
        <source>Draw over faces and signs. What you cover is gone for good.</source>
        <translation>မျက်နှာတွေနဲ့ ဆိုင်းဘုတ်တွေပေါ်မှာ ဆွဲပါ။ ဖုံးလိုက်တာက အပြီးတိုင် ပျောက်သွားပါတယ်။</translation>
    </message>
    <message>
        <source>Choose your photos</source>
        <translation>သင့် ဓာတ်ပုံတွေကို ရွေးပါ</translation>
    </message>
    <message>
        <source>{count} of {most} photos</source>
        <translation>ဓာတ်ပုံ {most} ပုံမှာ {count} ပုံ</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>ဓာတ်ပုံ {number}</translation>
    </message>
    <message>
        <source>What does this photo show?</source>
        <translation>ဒီဓာတ်ပုံမှာ ဘာကို မြင်ရသလဲ။</translation>
    </message>
    <message>
        <source>You can leave this empty. The words are seen wherever the photo is seen.</source>
        <translation>ဒါကို အလွတ် ထားလို့ ရပါတယ်။ ဓာတ်ပုံ မြင်ရတဲ့ နေရာတိုင်းမှာ စာကိုလည်း မြင်ရပါတယ်။</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>I said a name</source>
        <translation>နာမည် ပြောမိတယ်</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>ပြန်သွင်းမယ်</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>ဒီမေးခွန်း ကျော်မယ်</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>ခဏရပ်</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ပြီးပြီ</translation>
    </message>
    <message numerus="yes">
        <source>An answer can be %n minutes long. All you said is saved.</source>
        <translation>
            <numerusform>အဖြေတစ်ခုက %n မိနစ်အထိ ရှိနိုင်ပါတယ်။ သင် ပြောခဲ့တာ အားလုံးကို သိမ်းပြီးပါပြီ။</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>ဒါကို ယူမယ်</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>အရင်ဟာကို ယူမယ်</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please try again.</source>
        <translation>ဘာအသံမှ မသွင်းမိပါဘူး။ ထပ်စမ်းပါ။</translation>
    </message>
    <message>
        <source>Do not record yet</source>
        <translation>အသံ မသွင်းသေးဘူး</translation>
    </message>
    <message>
        <source>Get ready. Press again to stop the countdown.</source>
        <translation>အသင့် ပြင်ပါ။ ရေတွက်တာ ရပ်ဖို့ ထပ်နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. Please call staff, then record again.</source>
        <translation>မိုက်ခရိုဖုန်းက အသံ လုံးဝ မရပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ၊ ပြီးရင် ပြန်သွင်းပါ။</translation>
    </message>
    <message>
        <source>The microphone was turned off for a while. Please call staff, then record again.</source>
        <translation>မိုက်ခရိုဖုန်း ခဏ ပိတ်သွားခဲ့ပါတယ်။ ဝန်ထမ်းကို ခေါ်ပါ၊ ပြီးရင် ပြန်သွင်းပါ။</translation>
    </message>
    <message>
        <source>We heard only a steady noise and no voice. Please call staff.</source>
        <translation>တောက်လျှောက် ဆူသံကိုပဲ ကြားရပြီး စကားသံ မကြားရပါဘူး။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message>
        <source>We heard almost nothing. Please come closer and record again.</source>
        <translation>ဘာမှ မကြားရသလောက်ပါပဲ။ နီးနီး လာပြီး ပြန်သွင်းပါ။</translation>
    </message>
    <message>
        <source>This is very short. You can record again if you want to say more.</source>
        <translation>ဒါက အရမ်း တိုပါတယ်။ ပိုပြောချင်ရင် ပြန်သွင်းနိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>Your voice is very quiet. You can come closer and record again.</source>
        <translation>သင့်အသံ အရမ်း တိုးနေပါတယ်။ နီးနီး လာပြီး ပြန်သွင်းနိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>Some parts are too loud and may crackle. You can move back and record again.</source>
        <translation>တချို့နေရာတွေက ကျယ်လွန်းလို့ အသံ ကွဲနိုင်ပါတယ်။ နောက်ဆုတ်ပြီး ပြန်သွင်းနိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>What you said so far is saved. Recording is interrupted.</source>
        <translation>အခုအထိ ပြောထားတာကို သိမ်းပြီးပါပြီ။ အသံသွင်းတာ ရပ်သွားပါတယ်။</translation>
    </message>
    <message>
        <source>Picture of your voice</source>
        <translation>သင့်အသံရဲ့ ပုံ</translation>
    </message>
    <message numerus="yes">
        <source>Marked. Names marked so far: %n</source>
        <translation>
            <numerusform>မှတ်ပြီးပါပြီ။ အခုအထိ မှတ်ထားတဲ့ နာမည် %n ခု</numerusform>
        </translation>
    </message>
    <message>
        <source>A small part of the sound is missing. Please listen to it.</source>
        <translation>အသံ နည်းနည်း ပျောက်နေပါတယ်။ နားထောင်ကြည့်ပါ။</translation>
    </message>
    <message>
        <source>No microphone. Press the red button to try again.</source>
        <translation>မိုက်ခရိုဖုန်း မရှိပါဘူး။ ထပ်စမ်းဖို့ ခလုတ် အနီကို နှိပ်ပါ။</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>ဆက်သွင်းမယ်</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>ဒါပါပဲ</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>ခဏလေး၊ မိုက်ခရိုဖုန်းကို ဖွင့်နေပါတယ်။</translation>
    </message>
    <message>
        <source>Press the red button and speak.</source>
        <translation>ခလုတ် အနီကို နှိပ်ပြီး ပြောပါ။</translation>
    </message>
    <message>
        <source>Recording. It is saved as you speak.</source>
        <translation>အသံသွင်းနေပါတယ်။ သင် ပြောရင်းနဲ့ သိမ်းနေပါတယ်။</translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded now.</source>
        <translation>ခဏရပ်ထားပါတယ်။ အခု ဘာအသံမှ မသွင်းပါဘူး။</translation>
    </message>
    <message>
        <source>One moment, it is being saved.</source>
        <translation>ခဏလေး၊ သိမ်းနေပါတယ်။</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>အသံသွင်းတာ ရပ်မယ်</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>အသံ စသွင်းမယ်</translation>
    </message>
    <message>
        <source>Your answer is saved on this device.</source>
        <translation>သင့်အဖြေကို ဒီစက်ထဲမှာ သိမ်းပြီးပါပြီ။</translation>
    </message>
    <message>
        <source>Listen to it. Then keep it, or record again.</source>
        <translation>နားထောင်ပါ။ ပြီးရင် ယူပါ၊ ဒါမှမဟုတ် ပြန်သွင်းပါ။</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation>နောက်သို့</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>ရှေ့ဆက်</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>Further up</source>
        <translation>အပေါ်သို့</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>အောက်သို့</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Your story is on its way to the archive.</source>
        <translation>သင့်ဇာတ်လမ်း မှတ်တမ်းတိုက်ဆီ သွားနေပါတယ်။</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>သင့်ကုဒ်</translation>
    </message>
    <message>
        <source>The same code as a picture for a phone</source>
        <translation>ဖုန်းအတွက် ပုံနဲ့ ပြထားတဲ့ ဒီကုဒ်ပဲ</translation>
    </message>
    <message>
        <source>your code</source>
        <translation>သင့်ကုဒ်</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>အချိန် ထပ်ယူမယ်</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>ပြီးပြီ</translation>
    </message>
    <message numerus="yes">
        <source>This page closes by itself in %n second(s).</source>
        <translation>
            <numerusform>ဒီစာမျက်နှာက %n စက္ကန့်အကြာမှာ သူ့အလိုလို ပိတ်ပါမယ်။</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>Go on</source>
        <translation>ရှေ့ဆက်</translation>
    </message>
</context>
<context>
    <name>Space</name>
    <message>
        <source>This device is almost full. Please call staff.</source>
        <translation>ဒီစက် ပြည့်တော့မယ်။ ဝန်ထမ်းကို ခေါ်ပါ။</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left for this answer</source>
        <translation>
            <numerusform>ဒီအဖြေအတွက် %n မိနစ်လောက် ကျန်ပါတယ်</numerusform>
        </translation>
    </message>
    <message>
        <source>Plenty of space left on this device</source>
        <translation>ဒီစက်မှာ နေရာ အများကြီး ကျန်ပါတယ်</translation>
    </message>
    <message numerus="yes">
        <source>About %n hours of space left on this device</source>
        <translation>
            <numerusform>ဒီစက်မှာ %n နာရီစာလောက် နေရာ ကျန်ပါတယ်</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes of space left on this device</source>
        <translation>
            <numerusform>ဒီစက်မှာ %n မိနစ်စာလောက် နေရာ ကျန်ပါတယ်</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left for this answer</source>
        <translation>ဒီအဖြေအတွက် တစ်မိနစ်အောက်ပဲ ကျန်ပါတယ်</translation>
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
        <translation>ဇာတ်လမ်းတိုင်း ဒီအဆင့်တွေကို ဖြတ်သွားပါတယ်။ {steps}။</translation>
    </message>
    <message>
        <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
        <translation>မှတ်တမ်းတိုက် မရောက်သေးတာ {waiting} ခု၊ ရောက်ပြီးတာ {arrived} ခု။</translation>
    </message>
    <message>
        <source>Stories on their way</source>
        <translation>ပို့နေဆဲ ဇာတ်လမ်းတွေ</translation>
    </message>
    <message>
        <source>There is no finished story on this device.</source>
        <translation>ဒီစက်ထဲမှာ ပြီးသွားတဲ့ ဇာတ်လမ်း မရှိပါဘူး။</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>အခု ပို့မယ်</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>USB စတစ်ထဲ ကူးမယ်</translation>
    </message>
    <message>
        <source>Read receipts</source>
        <translation>လက်ခံစာ ဖတ်မယ်</translation>
    </message>
    <message>
        <source>Finished stories</source>
        <translation>ပြီးသွားတဲ့ ဇာတ်လမ်းတွေ</translation>
    </message>
    <message>
        <source>Trying to send now. This page shows how far it got.</source>
        <translation>အခု ပို့ကြည့်နေပါတယ်။ ဘယ်လောက် ရောက်ပြီလဲ ဒီစာမျက်နှာမှာ ပြပါတယ်။</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>အဆင်သင့်လား</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>ဇာတ်လမ်းတွေ</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>မပြီးသေးတာ</translation>
    </message>
    <message>
        <source>Record the voice</source>
        <translation>ဖတ်သံ သွင်းမယ်</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>ပင်နံပါတ် ပြောင်းမယ်</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>ပရိုဂရမ် ပိတ်မယ်</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>အစသို့</translation>
    </message>
    <message>
        <source>For staff</source>
        <comment>the whole part of the program behind the PIN</comment>
        <translation>ဝန်ထမ်းအတွက်</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>နောက်ဆုံး ဂဏန်းကို ဖျက်မယ်</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>ဝင်မယ်</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>ဂဏန်း %n လုံး ထည့်ပြီး</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>နောက်သို့</translation>
    </message>
    <message>
        <source>It has {least} to {most} digits. Keep it in a good place.</source>
        <translation>ဂဏန်း {least} လုံးကနေ {most} လုံးအထိ ရှိပါတယ်။ ကောင်းတဲ့ နေရာမှာ သိမ်းထားပါ။</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>နောက်တစ်ခါ ထည့်ပါ</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>အကြိမ်များစွာ မှားသွားပါတယ်။ %n စက္ကန့် စောင့်ပါ။</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the staff PIN</source>
        <translation>ဝန်ထမ်း ပင်နံပါတ် ထည့်ပါ</translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <translation>ဝန်ထမ်း ပင်နံပါတ် ရွေးပါ</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. You have %n more chance(s).</source>
        <translation>
            <numerusform>ဒီပင်နံပါတ် မမှန်ပါဘူး။ %n ကြိမ် ထပ်စမ်းနိုင်ပါတယ်။</numerusform>
        </translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>နှစ်ခု မတူပါဘူး။ ထပ်ရွေးပါ။</translation>
    </message>
    <message>
        <source>Paste the enrolment code here</source>
        <translation>ချိတ်ဆက်ကုဒ်ကို ဒီမှာ ထည့်ပါ</translation>
    </message>
    <message>
        <source>Type the staff passphrase here</source>
        <translation>ဝန်ထမ်း စကားဝှက်ကို ဒီမှာ ထည့်ပါ</translation>
    </message>
    <message>
        <source>The one the system chooses</source>
        <translation>စနစ်က ရွေးပေးတာ</translation>
    </message>
    <message>
        <source>Is everything ready?</source>
        <translation>အားလုံး အဆင်သင့် ဖြစ်ပြီလား။</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>မှတ်တမ်းတိုက်</translation>
    </message>
    <message>
        <source>Read this aloud and compare it with the archive&apos;s own</source>
        <translation>ဒါကို အသံထွက် ဖတ်ပြီး မှတ်တမ်းတိုက်ရဲ့ ဂဏန်းတွေနဲ့ တိုက်ကြည့်ပါ</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>ချိတ်မယ်</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ဖွင့်မယ်</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>မိုက်ခရိုဖုန်း</translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation>မှတ်တမ်းတိုက်ကို မေးနေပါတယ်…</translation>
    </message>
    <message>
        <source>This device is connected. Compare the digits below with the archive&apos;s.</source>
        <translation>ဒီစက်ကို ချိတ်ပြီးပါပြီ။ အောက်က ဂဏန်းတွေကို မှတ်တမ်းတိုက်ရဲ့ ဂဏန်းတွေနဲ့ တိုက်ကြည့်ပါ။</translation>
    </message>
    <message>
        <source>This device does not belong to an archive yet.</source>
        <translation>ဒီစက်မှာ သူ့မှတ်တမ်းတိုက် မရှိသေးပါဘူး။</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>ကူးတာ ရပ်မယ်</translation>
    </message>
    <message>
        <source>Choose a stick again</source>
        <translation>USB စတစ် ပြန်ရွေးမယ်</translation>
    </message>
    <message>
        <source>Back to the stories</source>
        <translation>ဇာတ်လမ်းတွေဆီ ပြန်သွားမယ်</translation>
    </message>
    <message>
        <source>How much is copied</source>
        <translation>ဘယ်လောက် ကူးပြီးပြီ</translation>
    </message>
    <message>
        <source>Every story is still safe on this device.</source>
        <translation>ဇာတ်လမ်းအားလုံး ဒီစက်ထဲမှာ လုံခြုံစွာ ရှိနေဆဲပါ။</translation>
    </message>
    <message>
        <source>Choose the stick for the stories.</source>
        <translation>ဇာတ်လမ်းတွေအတွက် USB စတစ် ရွေးပါ။</translation>
    </message>
    <message>
        <source>Only the archive can open what is copied to it.</source>
        <translation>အဲဒီထဲ ကူးထားတာကို မှတ်တမ်းတိုက်ကပဲ ဖွင့်နိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>Choose the stick that was at the archive.</source>
        <translation>မှတ်တမ်းတိုက်ကို ရောက်ခဲ့တဲ့ USB စတစ်ကို ရွေးပါ။</translation>
    </message>
    <message>
        <source>The stories are being copied. Leave the stick in.</source>
        <translation>ဇာတ်လမ်းတွေကို ကူးနေပါတယ်။ USB စတစ်ကို မဖြုတ်ပါနဲ့။</translation>
    </message>
    <message>
        <source>The receipts are being read. Leave the stick in.</source>
        <translation>လက်ခံစာတွေကို ဖတ်နေပါတယ်။ USB စတစ်ကို မဖြုတ်ပါနဲ့။</translation>
    </message>
    <message>
        <source>Plug in a USB stick. It appears here after a moment.</source>
        <translation>USB စတစ် တပ်ပါ။ ခဏကြာရင် ဒီမှာ ပေါ်လာပါမယ်။</translation>
    </message>
    <message numerus="yes">
        <source>Story {number}: %n answer(s), {length} of sound</source>
        <translation>
            <numerusform>ဇာတ်လမ်း {number}၊ အဖြေ %n ခု၊ အသံ {length}</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished stories</source>
        <translation>မပြီးသေးတဲ့ ဇာတ်လမ်းတွေ</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>ဒါကို ဆက်လုပ်မယ်</translation>
    </message>
    <message>
        <source>Go on only if the person who told it is here and wants to.</source>
        <translation>ပြောခဲ့သူ ဒီမှာ ရှိပြီး ဆက်လုပ်ချင်မှသာ ဆက်လုပ်ပါ။</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>မပြီးသေးတဲ့ ဇာတ်လမ်း မရှိပါဘူး။</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>အပြီးတိုင် ဖျက်မယ်</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>ဖျက်မယ်</translation>
    </message>
    <message>
        <source>In a person&apos;s voice: {count} of {total}</source>
        <translation>လူ့အသံနဲ့ {total} ခုမှာ {count} ခု</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>မရှိသေးတာတွေပဲ</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>အားလုံး အသံသွင်းပြီးပါပြီ။</translation>
    </message>
    <message>
        <source>A person&apos;s voice</source>
        <translation>လူ့အသံ</translation>
    </message>
    <message>
        <source>The computer&apos;s voice</source>
        <translation>ကွန်ပျူတာ အသံ</translation>
    </message>
    <message>
        <source>No voice yet</source>
        <translation>အသံ မရှိသေးပါ</translation>
    </message>
    <message>
        <source>The three questions</source>
        <translation>မေးခွန်း သုံးခု</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>တခြား စာတွေ</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>ဂဏန်းတွေ</translation>
    </message>
    <message>
        <source>Hear it as it is now</source>
        <translation>အခု အသံကို နားထောင်မယ်</translation>
    </message>
    <message>
        <source>Take this voice away again</source>
        <translation>ဒီအသံကို ဖယ်မယ်</translation>
    </message>
    <message>
        <source>List</source>
        <translation>စာရင်း</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>အရင်တစ်ခု</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>နောက်တစ်ခု</translation>
    </message>
    <message>
        <source>A visit is still going on. You can record when it is over.</source>
        <translation>ဒီစက်ကို သုံးနေသူ ရှိနေပါသေးတယ်။ သူ ပြီးသွားရင် အသံသွင်းနိုင်ပါတယ်။</translation>
    </message>
    <message>
        <source>It is saved, and heard from now on.</source>
        <translation>သိမ်းပြီးပါပြီ။ အခုကစပြီး ဒီအသံကို ကြားရပါမယ်။</translation>
    </message>
    <message>
        <source>Start recording, and read the words aloud.</source>
        <translation>အသံ စသွင်းပြီး စာကို အသံထွက် ဖတ်ပါ။</translation>
    </message>
    <message>
        <source>Read the words aloud now.</source>
        <translation>အခု စာကို အသံထွက် ဖတ်ပါ။</translation>
    </message>
    <message>
        <source>Choose a language. Then read aloud what the pages say in it.</source>
        <translation>ဘာသာစကား တစ်ခု ရွေးပါ။ ပြီးရင် စာမျက်နှာတွေမှာ အဲဒီဘာသာနဲ့ ပါတဲ့ စာကို အသံထွက် ဖတ်ပါ။</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Touch to begin</source>
        <translation>စဖို့ ထိပါ</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>ဓာတ်ပုံ %n ပုံ</numerusform>
        </translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>မရွေးရသေးပါ</translation>
    </message>
    <message>
        <source>You asked for nothing</source>
        <translation>ဘာမှ မတောင်းထားပါ</translation>
    </message>
    <message>
        <source>Only your note</source>
        <translation>သင့် မှတ်ချက်ပဲ</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>ကျော်ထား</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>ဓာတ်ပုံ မပါ</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>ဓာတ်ပုံတွေ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>နာမည်</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>အသံ</translation>
    </message>
    <message>
        <source>May be heard</source>
        <translation>ကြားနိုင်တဲ့ နေရာ</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>အကူအညီ</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>ဘယ်မှာမှ မဟုတ်ပါ</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>၊ </translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>အဖြေ {number}</translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n cut(s)</source>
        <translation>
            <numerusform>{length}၊ ဖြတ်ထားတာ %n နေရာ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation>စာအရွယ်</translation>
    </message>
    <message numerus="yes">
        <source>Text size, now %n of 4</source>
        <translation>
            <numerusform>စာအရွယ်၊ အခု 4 ခုမှာ %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>ဘာသာစကား</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>အကူအညီ</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>ရပ်ပြီး ထွက်</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>ရပ်</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>read this page aloud</comment>
        <translation>နားထောင်</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>အသံထွက် ဖတ်တာ ရပ်မယ်</translation>
    </message>
    <message>
        <source>Listen: read this page aloud</source>
        <translation>နားထောင်၊ ဒီစာမျက်နှာကို အသံထွက် ဖတ်ပေးမယ်</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>အဆင့် {steps} ခုမှာ {step}</translation>
    </message>
</context>
<context>
    <name>Trim</name>
    <message>
        <source>Trim</source>
        <translation>တိုအောင် လုပ်မယ်</translation>
    </message>
    <message>
        <source>{kept} of {all} is kept. What is grey falls away.</source>
        <translation>{all} မှာ {kept} ကို ယူထားပါတယ်။ မီးခိုးရောင် အပိုင်း ပါမှာ မဟုတ်ပါဘူး။</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>ဒီမှာ စမယ်</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>ဒီမှာ ဆုံးမယ်</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>အားလုံး ယူမယ်</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>စတဲ့ နေရာ</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>ဆုံးတဲ့ နေရာ</translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
        <translation>မှတ်တမ်းတိုက်မှာပဲ ထားဖို့ သင် ရွေးခဲ့ပါတယ်။ ဒါကြောင့် ဒီမှာ ခြစ်စရာ မရှိပါဘူး။</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Take a story back</source>
        <translation>ဇာတ်လမ်း ပြန် ရုပ်သိမ်း</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>ဂဏန်း %n လုံး ထည့်ပြီး</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your code. It has 16 digits.</source>
        <translation>သင့်ကုဒ်ကို ထည့်ပါ။ ဂဏန်း 16 လုံး ပါပါတယ်။</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>နောက်ဆုံး ဂဏန်းကို ဖျက်မယ်</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>ဝင်မယ်</translation>
    </message>
    <message>
        <source>Do you want to take this story back?</source>
        <translation>ဒီဇာတ်လမ်းကို ပြန် ရုပ်သိမ်းချင်ပါသလား။</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>ဟုတ်ကဲ့၊ ပြန် ရုပ်သိမ်းမယ်</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>မဟုတ်ဘူး၊ ထားမယ်</translation>
    </message>
    <message>
        <source>Your story will be erased. Nobody can bring it back.</source>
        <translation>သင့်ဇာတ်လမ်းကို ဖျက်ပါမယ်။ ဘယ်သူမှ ပြန်မယူနိုင်တော့ပါဘူး။</translation>
    </message>
    <message>
        <source>What others have copied cannot be called back.</source>
        <translation>တခြားသူတွေ ကူးယူထားတာကို ပြန် ယူလို့ မရပါဘူး။</translation>
    </message>
    <message>
        <source>Your story was on this device. It is erased now.</source>
        <translation>သင့်ဇာတ်လမ်းက ဒီစက်ထဲမှာ ရှိခဲ့ပါတယ်။ အခု ဖျက်ပြီးပါပြီ။</translation>
    </message>
    <message>
        <source>If a story with this code has arrived, it is taken back.</source>
        <translation>ဒီကုဒ်နဲ့ ဇာတ်လမ်း ရောက်နေရင် ပြန် ရုပ်သိမ်းပါတယ်။</translation>
    </message>
    <message>
        <source>This device tells the archive as soon as there is internet.</source>
        <translation>အင်တာနက် ရှိတာနဲ့ ဒီစက်က မှတ်တမ်းတိုက်ကို အကြောင်းကြားပါတယ်။</translation>
    </message>
</context>
</TS>
