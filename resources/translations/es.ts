<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AudioBar</name>
    <message>
        <source>Stop listening</source>
        <translation>Dejar de escuchar</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation>{now} de {all}</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>There is nothing to hear yet.</source>
        <translation>Todavía no hay nada que oír.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Saving your story…</source>
        <translation>Guardando su historia…</translation>
    </message>
    <message>
        <source>Send my story</source>
        <translation>Enviar mi historia</translation>
    </message>
    <message>
        <source>The public will hear nothing. You ticked no place.</source>
        <translation>El público no oirá nada. No ha marcado ningún lugar.</translation>
    </message>
    <message>
        <source>The public will not hear your recording. Someone else reads your words.</source>
        <translation>El público no oirá su grabación. Otra persona lee sus palabras.</translation>
    </message>
    <message>
        <source>The public will hear nothing. They read your words.</source>
        <translation>El público no oirá nada. Lee sus palabras.</translation>
    </message>
    <message>
        <source>The public will hear nothing. Your story stays in the archive.</source>
        <translation>El público no oirá nada. Su historia se queda en el archivo.</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Dejar de escuchar</translation>
    </message>
    <message>
        <source>Hear what the public hears</source>
        <translation>Oír lo que oye el público</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>How this looks</source>
        <translation>Aspecto de la pantalla</translation>
    </message>
    <message>
        <source>How big the words are</source>
        <translation>Tamaño de las palabras</translation>
    </message>
    <message>
        <source>Stronger colours</source>
        <translation>Colores más fuertes</translation>
    </message>
    <message>
        <source>Dark words on white, and thick lines.</source>
        <translation>Palabras oscuras sobre blanco, y líneas gruesas.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Pictures on the screen stand still.</source>
        <translation>Las imágenes de la pantalla no se mueven.</translation>
    </message>
    <message>
        <source>Size {number}</source>
        <translation>Tamaño {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This device cannot save or read unfinished stories. Please call staff.</source>
        <translation>Este dispositivo no puede guardar ni leer historias sin terminar. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
        <translation>Este dispositivo no puede proteger las historias sin terminar en este momento. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>The archive&apos;s key on this device is damaged. Please call staff.</source>
        <translation>La llave del archivo está dañada en este dispositivo. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>This code is not complete or has a typing mistake. It has 16 digits.</source>
        <translation>Este código no está completo o tiene un error. Tiene 16 números.</translation>
    </message>
    <message>
        <source>This device is full. What you have said so far is safe. Please call staff.</source>
        <translation>Este dispositivo está lleno. Lo que ha dicho hasta ahora está guardado. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. What you have said so far is safe. Please call staff.</source>
        <translation>El disco de este dispositivo no funciona bien. Lo que ha dicho hasta ahora está guardado. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>A part of this story cannot be read. Please call staff.</source>
        <translation>No se puede leer una parte de esta historia. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>This passphrase is not right.</source>
        <translation>Esta frase secreta no es correcta.</translation>
    </message>
    <message>
        <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
        <translation>El micrófono ya no está. Lo que ha dicho hasta ahora está guardado. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>This device has changed to another microphone. What you have said so far is safe. Please call staff.</source>
        <translation>Este dispositivo usa ahora otro micrófono. Lo que ha dicho hasta ahora está guardado. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
        <translation>El micrófono elegido no está conectado. Conéctelo, o pida al personal que elija otro.</translation>
    </message>
    <message>
        <source>This device has no microphone. Please connect one, or call staff.</source>
        <translation>Este dispositivo no tiene micrófono. Por favor, conecte uno o llame al personal.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
        <translation>No se puede abrir el micrófono. Quizá lo usa otro programa, o no hay permiso.</translation>
    </message>
    <message>
        <source>The microphones of this device cannot be listed. Please call staff.</source>
        <translation>No se pueden encontrar los micrófonos de este dispositivo. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>Recording has stopped working. Please call staff.</source>
        <translation>La grabación ya no funciona. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>The loudspeaker of this device cannot be used. Please call staff.</source>
        <translation>No se puede usar el altavoz de este dispositivo. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>This page cannot be read aloud just now.</source>
        <translation>Esta página no se puede leer en voz alta en este momento.</translation>
    </message>
    <message>
        <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
        <translation>No se pudo preparar el sonido. No se ha perdido nada. Por favor, pruebe otra vez o llame al personal.</translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation>Esta foto está vacía. Por favor, elija otra.</translation>
    </message>
    <message>
        <source>This file is too large for a photo. Please choose another one.</source>
        <translation>Esto es demasiado grande para ser una foto. Por favor, elija otra.</translation>
    </message>
    <message>
        <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
        <translation>Esto no es una foto que podamos usar. Las fotos terminan en JPG, PNG, WebP o HEIC.</translation>
    </message>
    <message>
        <source>This picture is larger than we can take. Please choose a smaller one.</source>
        <translation>Esta imagen es demasiado grande. Por favor, elija una más pequeña.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be opened. Please choose another one.</source>
        <translation>Esta foto está dañada y no se puede abrir. Por favor, elija otra.</translation>
    </message>
    <message>
        <source>This photo took too long to open. Please choose another one.</source>
        <translation>Esta foto tarda demasiado en abrirse. Por favor, elija otra.</translation>
    </message>
    <message>
        <source>Photos cannot be opened on this device just now. Please call staff.</source>
        <translation>En este momento no se pueden abrir fotos en este dispositivo. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick or phone still connected?</source>
        <translation>Esta foto no se puede leer. ¿Sigue conectada la memoria USB o el teléfono?</translation>
    </message>
    <message>
        <source>Too many codes were typed here. Please try again in an hour.</source>
        <translation>Aquí se han escrito demasiados códigos. Por favor, pruebe otra vez en una hora.</translation>
    </message>
    <message>
        <source>Your story will not be sent, but this device could not erase it yet. Please call staff.</source>
        <translation>Su historia no se enviará. Pero este dispositivo todavía no pudo borrarla. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Please call staff.</source>
        <translation>Este dispositivo todavía no está conectado a un centro de archivo. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>Connecting to the archive did not work. Please try again.</source>
        <translation>No se pudo conectar con el archivo. Por favor, pruebe otra vez.</translation>
    </message>
    <message>
        <source>This is not an enrolment code. It begins with IDR1-.</source>
        <translation>Esto no es un código de inscripción. Empieza con IDR1-.</translation>
    </message>
    <message>
        <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
        <translation>Este código de inscripción tiene un error. Copie otra vez el del archivo.</translation>
    </message>
    <message>
        <source>This enrolment code was used before. Ask the archive for a new one.</source>
        <translation>Este código de inscripción ya se usó. Pida uno nuevo al archivo.</translation>
    </message>
    <message>
        <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
        <translation>Este código de inscripción ya no vale. Pida uno nuevo al archivo.</translation>
    </message>
    <message>
        <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
        <translation>Aquí todavía esperan historias para el archivo anterior de este dispositivo. Envíelas primero.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. Please call staff.</source>
        <translation>El disco de este dispositivo no funciona bien. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>The settings of this device cannot be written.</source>
        <translation>No se puede guardar la configuración de este dispositivo.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Sin elegir</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>There is no room for more stories. Send what waits, or free some space.</source>
        <translation>No hay espacio para más historias. Envíe las que esperan, o libere espacio.</translation>
    </message>
    <message>
        <source>There is room for about {hours} more hours of sound.</source>
        <translation>Solo queda espacio para unas {hours} horas más de sonido.</translation>
    </message>
    <message>
        <source>There is room for about {hours} hours of sound.</source>
        <translation>Hay espacio para unas {hours} horas de sonido.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check the system&apos;s settings.</source>
        <translation>No se encontró ningún micrófono. Conecte uno, o revise la configuración del sistema.</translation>
    </message>
    <message>
        <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
        <translation>El micrófono elegido no está conectado. Conéctelo, o elija otro.</translation>
    </message>
    <message>
        <source>The microphone is turned off in the system&apos;s settings. Turn it on there.</source>
        <translation>El micrófono está apagado en la configuración del sistema. Enciéndalo allí.</translation>
    </message>
    <message>
        <source>A microphone is ready.</source>
        <translation>Hay un micrófono listo.</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
        <translation>No se encontró ningún altavoz. Nadie puede escuchar una página o una respuesta.</translation>
    </message>
    <message>
        <source>A loudspeaker is ready.</source>
        <translation>Hay un altavoz listo.</translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it in the system&apos;s settings.</source>
        <translation>La fecha de este dispositivo no es correcta. Cámbiela en la configuración del sistema.</translation>
    </message>
    <message>
        <source>The date looks right.</source>
        <translation>La fecha parece correcta.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used. A story cut short by a crash is lost then.</source>
        <translation>No se puede usar el llavero del sistema. Una historia cortada por un fallo se pierde entonces.</translation>
    </message>
    <message>
        <source>The system&apos;s key store works.</source>
        <translation>El llavero del sistema funciona.</translation>
    </message>
    <message>
        <source>No staff passphrase was chosen. A story cut short by a crash is lost then.</source>
        <translation>No se eligió ninguna frase secreta del personal. Una historia cortada por un fallo se pierde entonces.</translation>
    </message>
    <message>
        <source>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</source>
        <translation>Todavía no se ha escrito la frase secreta del personal. Hasta entonces, un fallo pierde una historia sin terminar.</translation>
    </message>
    <message>
        <source>The staff passphrase was typed. Unfinished stories survive a crash.</source>
        <translation>La frase secreta del personal está escrita. Las historias sin terminar no se pierden con un fallo.</translation>
    </message>
    <message>
        <source>Please check that the system protects its disk with a password.</source>
        <translation>Por favor, compruebe que el sistema protege su disco con una contraseña.</translation>
    </message>
    <message>
        <source>The system&apos;s disk is not protected. Whoever takes this device could find traces.</source>
        <translation>El disco del sistema no está protegido. Quien se lleve este dispositivo podría encontrar rastros.</translation>
    </message>
    <message>
        <source>The system protects its disk.</source>
        <translation>El sistema protege su disco.</translation>
    </message>
    <message>
        <source>The system may write its memory to the disk. Turn off its swap space.</source>
        <translation>El sistema puede escribir su memoria en el disco. Desactive su espacio de intercambio (swap).</translation>
    </message>
    <message>
        <source>The system may save its memory when it sleeps. Turn off hibernation.</source>
        <translation>El sistema puede guardar su memoria cuando está en reposo. Desactive la hibernación.</translation>
    </message>
    <message>
        <source>This device may fall asleep while somebody speaks. Switch off its sleep in the system&apos;s settings.</source>
        <translation>Este dispositivo puede entrar en reposo mientras alguien habla. Desactive el reposo en la configuración del sistema.</translation>
    </message>
    <message>
        <source>This device stays awake while somebody speaks.</source>
        <translation>Este dispositivo no entra en reposo mientras alguien habla.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
        <translation>Este dispositivo todavía no está conectado a un centro de archivo. Escriba un código de inscripción.</translation>
    </message>
    <message>
        <source>This device knows its archive.</source>
        <translation>Este dispositivo conoce su archivo.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running. Close this program and start it again.</source>
        <translation>La parte que envía las historias no funciona. Cierre este programa y ábralo otra vez.</translation>
    </message>
    <message>
        <source>The part that sends stories is running.</source>
        <translation>La parte que envía las historias funciona.</translation>
    </message>
    <message>
        <source>Recordings of the voice that cannot be used: {count}.</source>
        <translation>Grabaciones de la voz que no se pueden usar: {count}.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Your language</source>
        <translation>Su idioma</translation>
    </message>
    <message>
        <source>A safe way to reach you</source>
        <translation>Una forma segura de contactar con usted</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>Algo más que decir</translation>
    </message>
</context>
<context>
    <name>HowTo</name>
    <message>
        <source>How this works</source>
        <translation>Cómo funciona</translation>
    </message>
    <message>
        <source>You answer one question at a time. You can go back at any time.</source>
        <translation>Responde a una pregunta cada vez. Puede volver atrás en cualquier momento.</translation>
    </message>
    <message>
        <source>Listen reads the page aloud. Text size makes the words bigger.</source>
        <translation>“Escuchar” lee la página en voz alta. “Tamaño” agranda las palabras.</translation>
    </message>
    <message>
        <source>With the red button you start and stop recording.</source>
        <translation>Con el botón rojo empieza y para la grabación.</translation>
    </message>
    <message>
        <source>Nothing leaves this device until you press Send my story.</source>
        <translation>Nada sale de este dispositivo hasta que presione “Enviar mi historia”.</translation>
    </message>
    <message>
        <source>Stop and leave deletes everything you have said here.</source>
        <translation>“Salir” borra todo lo que ha dicho aquí.</translation>
    </message>
    <message>
        <source>If you are not sure, ask the people who invited you.</source>
        <translation>Si tiene dudas, pregunte a las personas que le invitaron.</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>I am here</source>
        <translation>Estoy aquí</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <translation>Elija su idioma</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>Delete and leave</source>
        <translation>Borrar y salir</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Record 3 seconds</source>
        <translation>Grabar 3 segundos</translation>
    </message>
    <message>
        <source>I can hear myself</source>
        <translation>Oigo mi voz</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>Un momento, el micrófono se está abriendo.</translation>
    </message>
    <message>
        <source>No microphone now. You can go on and try again at the first question.</source>
        <translation>Ahora no hay micrófono. Puede seguir y probar otra vez en la primera pregunta.</translation>
    </message>
    <message>
        <source>The microphone is switched off or blocked. Please call staff.</source>
        <translation>El micrófono está apagado o bloqueado. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>The microphone is turned off in this device&apos;s settings. Please call staff.</source>
        <translation>El micrófono está apagado en la configuración de este dispositivo. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>We hear a steady noise and no voice yet. Say a few words, or call staff.</source>
        <translation>Se oye un ruido constante y todavía ninguna voz. Diga unas palabras, o llame al personal.</translation>
    </message>
    <message>
        <source>We hear nothing yet. Please say a few words.</source>
        <translation>Todavía no se oye nada. Por favor, diga unas palabras.</translation>
    </message>
    <message>
        <source>That is very quiet. Please come closer or speak up.</source>
        <translation>Se oye muy bajo. Por favor, acérquese o hable más fuerte.</translation>
    </message>
    <message>
        <source>That is too loud. Please move back a little.</source>
        <translation>Se oye demasiado fuerte. Por favor, aléjese un poco.</translation>
    </message>
    <message>
        <source>We hear you well.</source>
        <translation>Su voz se oye bien.</translation>
    </message>
    <message>
        <source>They can choose another microphone.</source>
        <translation>El personal puede elegir otro micrófono.</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>El otro nombre</translation>
    </message>
</context>
<context>
    <name>NameCheck</name>
    <message>
        <source>You marked a name in this answer. Listen, then choose what to do.</source>
        <translation>Ha anotado un nombre en esta respuesta. Escuche y luego elija qué hacer.</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>Empieza</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Undo the cut</source>
        <translation>Deshacer el corte</translation>
    </message>
    <message>
        <source>The part is cut out. Listen again to be sure.</source>
        <translation>La parte está cortada. Escuche otra vez para comprobarlo.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Cut a name out</source>
        <translation>Cortar un nombre</translation>
    </message>
    <message>
        <source>Name {number} of {all}: from {start} to {end}.</source>
        <translation>Nombre {number} de {all}: de {start} a {end}.</translation>
    </message>
    <message>
        <source>Listen. When you hear a name, press the flag.</source>
        <translation>Escuche. Cuando oiga un nombre, presione la bandera.</translation>
    </message>
    <message>
        <source>No name here</source>
        <translation>No hay nombre</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>Nombre siguiente</translation>
    </message>
    <message>
        <source>Begins earlier</source>
        <translation>Empieza antes</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Empieza después</translation>
    </message>
    <message>
        <source>Ends earlier</source>
        <translation>Termina antes</translation>
    </message>
    <message>
        <source>Ends later</source>
        <translation>Termina después</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Something is not right. Tell the archive&apos;s people: {reason}</source>
        <translation>Algo no está bien. Avise a las personas del archivo: {reason}</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>guardada aquí</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>the archive has it</source>
        <translation>recibida por el archivo</translation>
    </message>
    <message>
        <source>Set aside: {count}. {reason}</source>
        <translation>Apartadas: {count}. {reason}</translation>
    </message>
    <message>
        <source>Nothing has to be done. It goes on by itself.</source>
        <translation>No hay que hacer nada. Sigue sin ayuda.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n hour(s).</source>
        <translation>
            <numerusform>Lo intentará otra vez en aproximadamente %n hora.</numerusform>
            <numerusform>Lo intentará otra vez en aproximadamente %n horas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>queda aproximadamente %n día</numerusform>
            <numerusform>quedan aproximadamente %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>{stick} ({amount} free)</source>
        <translation>{stick} ({amount} libres)</translation>
    </message>
    <message>
        <source>Requests to take stories back are copied. You can pull the stick out now.</source>
        <translation>Las peticiones de retirar historias están copiadas. Ya puede sacar la memoria USB.</translation>
    </message>
    <message>
        <source>A saved story could not be copied. The disk may be broken.</source>
        <translation>No se pudo copiar una historia guardada. Puede que el disco esté dañado.</translation>
    </message>
    <message>
        <source>What was copied also stays here until the archive has signed for it.</source>
        <translation>Lo copiado también se queda aquí hasta que el archivo firme el recibo.</translation>
    </message>
    <message>
        <source>It tries again by itself in less than a minute.</source>
        <translation>Lo intentará otra vez en menos de un minuto.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n minute(s).</source>
        <translation>
            <numerusform>Lo intentará otra vez en aproximadamente %n minuto.</numerusform>
            <numerusform>Lo intentará otra vez en aproximadamente %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>queda aproximadamente %n minuto</numerusform>
            <numerusform>quedan aproximadamente %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>queda aproximadamente %n hora</numerusform>
            <numerusform>quedan aproximadamente %n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>apartada</translation>
    </message>
    <message>
        <source>{sent} of {size}</source>
        <translation>{sent} de {size}</translation>
    </message>
    <message>
        <source>copied to a stick on {day}</source>
        <translation>copiada a una memoria USB el {day}</translation>
    </message>
    <message>
        <source>Still to be sent: {amount}.</source>
        <translation>Falta por enviar: {amount}.</translation>
    </message>
    <message numerus="yes">
        <source>%n story(s) copied. You can pull the stick out now.</source>
        <translation>
            <numerusform>%n historia copiada. Ya puede sacar la memoria USB.</numerusform>
            <numerusform>%n historias copiadas. Ya puede sacar la memoria USB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are not genuine. Nothing was erased for them.</source>
        <translation>
            <numerusform>%n recibo no es auténtico. No se borró nada por él.</numerusform>
            <numerusform>%n recibos no son auténticos. No se borró nada por ellos.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can pull the stick out now.</source>
        <translation>Ya puede sacar la memoria USB.</translation>
    </message>
    <message>
        <source>What this device knows of its archive is damaged.</source>
        <translation>Lo que este dispositivo sabe de su archivo está dañado.</translation>
    </message>
    <message>
        <source>Ask the archive&apos;s people for a new code, and connect again.</source>
        <translation>Pida un código nuevo a las personas del archivo, y conecte otra vez.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet.</source>
        <translation>Este dispositivo todavía no está conectado a un centro de archivo.</translation>
    </message>
    <message>
        <source>Enter an enrolment code first. Until then stories are kept here.</source>
        <translation>Escriba primero un código de inscripción. Hasta entonces las historias se guardan aquí.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running.</source>
        <translation>La parte que envía las historias no funciona.</translation>
    </message>
    <message>
        <source>Close this program and start it again.</source>
        <translation>Cierre este programa y ábralo otra vez.</translation>
    </message>
    <message>
        <source>Story {number}: {state}</source>
        <translation>Historia {number}: {state}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of one line</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to take a story back still wait.</source>
        <translation>
            <numerusform>Todavía espera %n petición de retirar una historia.</numerusform>
            <numerusform>Todavía esperan %n peticiones de retirar una historia.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive has signed for %n more part(s) of stories.</source>
        <translation>
            <numerusform>El archivo ha firmado por %n parte más de historias.</numerusform>
            <numerusform>El archivo ha firmado por %n partes más de historias.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are for another device, and were left alone.</source>
        <translation>
            <numerusform>%n recibo es de otro dispositivo, y se dejó como estaba.</numerusform>
            <numerusform>%n recibos son de otro dispositivo, y se dejaron como estaban.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people.</source>
        <translation>Avise a las personas del archivo.</translation>
    </message>
    <message>
        <source>The archive has not been asked yet.</source>
        <translation>Todavía no se ha preguntado al archivo.</translation>
    </message>
    <message>
        <source>The archive answers.</source>
        <translation>El archivo responde.</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>No se puede llegar al archivo.</translation>
    </message>
    <message>
        <source>Check the internet of this device. A stick works without it.</source>
        <translation>Revise el internet de este dispositivo. Una memoria USB funciona sin internet.</translation>
    </message>
    <message>
        <source>This network asks you to log in first.</source>
        <translation>Esta red pide primero que inicie sesión.</translation>
    </message>
    <message>
        <source>Open a web page, log in there, then press Send now.</source>
        <translation>Abra una página web e inicie sesión allí. Luego pulse “Enviar ahora”.</translation>
    </message>
    <message>
        <source>Somebody on this network reads along. So nothing is sent here.</source>
        <translation>Alguien lee lo que pasa por esta red. Por eso aquí no se envía nada.</translation>
    </message>
    <message>
        <source>Use another network, such as that of a phone.</source>
        <translation>Use otra red, por ejemplo la de un teléfono.</translation>
    </message>
    <message>
        <source>The date of this device is wrong.</source>
        <translation>La fecha de este dispositivo no es correcta.</translation>
    </message>
    <message>
        <source>Set it in the system&apos;s settings, then press Send now.</source>
        <translation>Cámbiela en la configuración del sistema. Luego pulse “Enviar ahora”.</translation>
    </message>
    <message>
        <source>The archive does not recognise this device any more.</source>
        <translation>El archivo ya no reconoce este dispositivo.</translation>
    </message>
    <message>
        <source>Ask its people for a new code, and connect again.</source>
        <translation>Pida allí un código nuevo, y conecte otra vez.</translation>
    </message>
    <message>
        <source>The archive has ended the connection with this device.</source>
        <translation>El archivo ha terminado la conexión con este dispositivo.</translation>
    </message>
    <message>
        <source>Ask its people why. A new code connects it again.</source>
        <translation>Pregunte allí por qué. Un código nuevo lo conecta otra vez.</translation>
    </message>
    <message>
        <source>The archive has no room at the moment.</source>
        <translation>El archivo no tiene espacio en este momento.</translation>
    </message>
    <message>
        <source>Tell its people. The stories stay safe here, and go later.</source>
        <translation>Avise allí. Las historias siguen seguras aquí, y se enviarán más tarde.</translation>
    </message>
    <message>
        <source>The archive has too much to do at the moment.</source>
        <translation>El archivo tiene demasiado que hacer en este momento.</translation>
    </message>
    <message>
        <source>The archive takes no more from this device for now.</source>
        <translation>Por ahora el archivo no recibe más de este dispositivo.</translation>
    </message>
    <message>
        <source>It goes on by itself later. The archive&apos;s people can allow more.</source>
        <translation>Seguirá más tarde sin ayuda. Las personas del archivo pueden permitir más.</translation>
    </message>
    <message>
        <source>Use a free network, or press Send now to send it anyway.</source>
        <translation>Use una red gratuita, o pulse “Enviar ahora” para enviarlo igual.</translation>
    </message>
    <message>
        <source>The archive gives answers that this program does not understand.</source>
        <translation>El archivo da respuestas que este programa no entiende.</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people. This program may be too old.</source>
        <translation>Avise a las personas del archivo. Puede que este programa sea demasiado antiguo.</translation>
    </message>
    <message>
        <source>The address of the archive cannot be used.</source>
        <translation>La dirección del archivo no se puede usar.</translation>
    </message>
    <message>
        <source>the archive can listen to it already</source>
        <translation>el archivo ya puede escucharla</translation>
    </message>
    <message>
        <source>Nothing can be written to this stick. Is its lock on?</source>
        <translation>No se puede escribir en esta memoria USB. ¿Tiene puesto el seguro?</translation>
    </message>
    <message>
        <source>This stick cannot be read. Use another one.</source>
        <translation>Esta memoria USB no se puede leer. Use otra.</translation>
    </message>
    <message>
        <source>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</source>
        <translation>Una historia es demasiado grande para el formato de esta memoria USB. Use una con formato exFAT.</translation>
    </message>
    <message>
        <source>Something on this stick is not a plain file. Use another stick.</source>
        <translation>Algo en esta memoria USB no es lo que debe ser. Use otra memoria.</translation>
    </message>
    <message>
        <source>There is no receipt on this stick. The archive has to read it first.</source>
        <translation>No hay ningún recibo en esta memoria USB. El archivo tiene que leerla primero.</translation>
    </message>
    <message>
        <source>A stick is being read or written already. Wait until that is done.</source>
        <translation>Ya se está leyendo o escribiendo una memoria USB. Espere a que termine.</translation>
    </message>
    <message>
        <source>There is nothing to copy. The archive has every story.</source>
        <translation>No hay nada que copiar. El archivo tiene todas las historias.</translation>
    </message>
    <message>
        <source>Copying was stopped. What is on the stick is not complete.</source>
        <translation>La copia se detuvo. En la memoria USB no está todo.</translation>
    </message>
    <message>
        <source>The stick could not be read or written. Please try again.</source>
        <translation>No se pudo leer ni escribir la memoria USB. Por favor, inténtelo otra vez.</translation>
    </message>
    <message>
        <source>Nothing is new: these receipts were read before.</source>
        <translation>No hay nada nuevo: estos recibos ya se leyeron.</translation>
    </message>
    <message>
        <source>There is no receipt for this device on the stick.</source>
        <translation>En la memoria USB no hay ningún recibo para este dispositivo.</translation>
    </message>
    <message>
        <source>A saved story is missing from this device. Tell the archive&apos;s people.</source>
        <translation>Falta una historia guardada en este dispositivo. Avise a las personas del archivo.</translation>
    </message>
    <message>
        <source>A saved story cannot be read. The disk may be broken.</source>
        <translation>No se puede leer una historia guardada. Quizá el disco está roto.</translation>
    </message>
    <message>
        <source>To save money, the rest waits.</source>
        <translation>Para no gastar dinero, el resto espera.</translation>
    </message>
    <message>
        <source>The stick is full. Copy the rest to another one.</source>
        <translation>La memoria USB está llena. Copie el resto en otra.</translation>
    </message>
    <message>
        <source>The stick is gone. Plug it in and start again: it goes on where it stopped.</source>
        <translation>La memoria USB ya no está. Conéctela y empiece otra vez: sigue donde se quedó.</translation>
    </message>
    <message>
        <source>The archive does not take a story. Copy it to a stick and tell its people.</source>
        <translation>El archivo no acepta una historia. Cópiela en una memoria USB y avise allí.</translation>
    </message>
    <message>
        <source>The archive&apos;s receipt is not genuine, so nothing is erased. Tell its people.</source>
        <translation>El recibo del archivo no es auténtico, así que no se borra nada. Avise allí.</translation>
    </message>
    <message>
        <source>A story arrives damaged each time. Copy it to a stick.</source>
        <translation>Una historia llega dañada cada vez. Cópiela en una memoria USB.</translation>
    </message>
    <message>
        <source>A saved story is not as it was. The disk may be broken.</source>
        <translation>Una historia guardada no está como antes. Quizá el disco está roto.</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Words for this photo</source>
        <translation>Palabras para esta foto</translation>
    </message>
    <message>
        <source>Leave out names that nobody should know.</source>
        <translation>No escriba nombres que nadie deba conocer.</translation>
    </message>
    <message>
        <source>Earlier photos</source>
        <translation>Fotos anteriores</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>Más fotos</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Buscando fotos…</translation>
    </message>
    <message>
        <source>Not a photo</source>
        <translation>No es una foto</translation>
    </message>
    <message>
        <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
        <translation>Por favor, conecte una memoria USB o un teléfono. Luego toque otra vez “Añadir una foto”.</translation>
    </message>
    <message>
        <source>Touch a photo to add it.</source>
        <translation>Toque una foto para añadirla.</translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation>Aquí no hay fotos.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Prepared photos</source>
        <translation>Fotos preparadas</translation>
    </message>
    <message>
        <source>Add photo {number}</source>
        <translation>Añadir la foto {number}</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Añadir una foto</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Cover something</source>
        <translation>Tapar una parte</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>Añadir palabras</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Cover for good</source>
        <translation>Tapar para siempre</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
        <translation>Foto para tapar: flechas para mover, Mayús y flechas para el tamaño, Enter para tapar</translation>
    </message>
    <message>
        <source>What should nobody see?</source>
        <translation>¿Qué no debe ver nadie?</translation>
    </message>
    <message>
        <source>Draw over faces and signs. What you cover is gone for good.</source>
        <translation>Dibuje sobre caras y letreros. Lo que tapa desaparece para siempre.</translation>
    </message>
    <message>
        <source>Choose your photos</source>
        <translation>Elija sus fotos</translation>
    </message>
    <message>
        <source>{count} of {most} photos</source>
        <translation>Fotos: {count} de {most}</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>Foto {number}</translation>
    </message>
    <message>
        <source>What does this photo show?</source>
        <translation>¿Qué muestra esta foto?</translation>
    </message>
    <message>
        <source>You can leave this empty. The words are seen wherever the photo is seen.</source>
        <translation>Puede dejarlo vacío. Las palabras se ven dondequiera que se vea la foto.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>I said a name</source>
        <translation>He dicho un nombre</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Grabar otra vez</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>Saltar esta pregunta</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message numerus="yes">
        <source>An answer can be %n minutes long. All you said is saved.</source>
        <translation>
            <numerusform>Una respuesta puede durar %n minuto. Todo lo que ha dicho está guardado.</numerusform>
            <numerusform>Una respuesta puede durar %n minutos. Todo lo que ha dicho está guardado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Guardar esta</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Guardar la anterior</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please try again.</source>
        <translation>No se grabó nada. Por favor, pruebe otra vez.</translation>
    </message>
    <message>
        <source>Do not record yet</source>
        <translation>No grabar todavía</translation>
    </message>
    <message>
        <source>Get ready. Press again to stop the countdown.</source>
        <translation>Prepárese. Presione otra vez para parar la cuenta regresiva.</translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. Please call staff, then record again.</source>
        <translation>El micrófono no dio ningún sonido. Por favor, llame al personal y luego grabe otra vez.</translation>
    </message>
    <message>
        <source>The microphone was turned off for a while. Please call staff, then record again.</source>
        <translation>El micrófono estuvo apagado un rato. Por favor, llame al personal y luego grabe otra vez.</translation>
    </message>
    <message>
        <source>We heard only a steady noise and no voice. Please call staff.</source>
        <translation>Solo se oyó un ruido constante y ninguna voz. Por favor, llame al personal.</translation>
    </message>
    <message>
        <source>We heard almost nothing. Please come closer and record again.</source>
        <translation>No se oyó casi nada. Por favor, acérquese y grabe otra vez.</translation>
    </message>
    <message>
        <source>This is very short. You can record again if you want to say more.</source>
        <translation>Es muy corto. Puede grabar otra vez si quiere decir más.</translation>
    </message>
    <message>
        <source>Your voice is very quiet. You can come closer and record again.</source>
        <translation>Su voz se oye muy bajo. Puede acercarse y grabar otra vez.</translation>
    </message>
    <message>
        <source>Some parts are too loud and may crackle. You can move back and record again.</source>
        <translation>Algunas partes suenan demasiado fuerte y pueden oírse mal. Puede alejarse y grabar otra vez.</translation>
    </message>
    <message>
        <source>What you said so far is saved. Recording is interrupted.</source>
        <translation>Lo que ha dicho hasta ahora está guardado. La grabación está interrumpida.</translation>
    </message>
    <message>
        <source>Picture of your voice</source>
        <translation>Imagen de su voz</translation>
    </message>
    <message numerus="yes">
        <source>Marked. Names marked so far: %n</source>
        <translation>
            <numerusform>Anotado. Nombres anotados hasta ahora: %n</numerusform>
            <numerusform>Anotado. Nombres anotados hasta ahora: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A small part of the sound is missing. Please listen to it.</source>
        <translation>Falta una pequeña parte del sonido. Por favor, escúchelo.</translation>
    </message>
    <message>
        <source>No microphone. Press the red button to try again.</source>
        <translation>No hay micrófono. Presione el botón rojo para probar otra vez.</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Seguir grabando</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>Eso es todo</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>Un momento, el micrófono se está abriendo.</translation>
    </message>
    <message>
        <source>Press the red button and speak.</source>
        <translation>Presione el botón rojo y hable.</translation>
    </message>
    <message>
        <source>Recording. It is saved as you speak.</source>
        <translation>Grabando. Se guarda mientras habla.</translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded now.</source>
        <translation>En pausa. Ahora no se graba nada.</translation>
    </message>
    <message>
        <source>One moment, it is being saved.</source>
        <translation>Un momento, se está guardando.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Parar la grabación</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Empezar la grabación</translation>
    </message>
    <message>
        <source>Your answer is saved on this device.</source>
        <translation>Su respuesta está guardada en este dispositivo.</translation>
    </message>
    <message>
        <source>Listen to it. Then keep it, or record again.</source>
        <translation>Escuche su grabación. Luego guárdela, o grabe otra vez.</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>Further up</source>
        <translation>Más arriba</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Más abajo</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Your story is on its way to the archive.</source>
        <translation>Su historia va en camino al archivo.</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Su código</translation>
    </message>
    <message>
        <source>The same code as a picture for a phone</source>
        <translation>El mismo código en imagen para un teléfono</translation>
    </message>
    <message>
        <source>your code</source>
        <translation>su código</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Quedarse más tiempo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message numerus="yes">
        <source>This page closes by itself in %n second(s).</source>
        <translation>
            <numerusform>Esta página se cierra sola en %n segundo.</numerusform>
            <numerusform>Esta página se cierra sola en %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Space</name>
    <message>
        <source>This device is almost full. Please call staff.</source>
        <translation>Este dispositivo está casi lleno. Por favor, llame al personal.</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left for this answer</source>
        <translation>
            <numerusform>Queda cerca de %n minuto para esta respuesta</numerusform>
            <numerusform>Quedan cerca de %n minutos para esta respuesta</numerusform>
        </translation>
    </message>
    <message>
        <source>Plenty of space left on this device</source>
        <translation>Queda mucho espacio en este dispositivo</translation>
    </message>
    <message numerus="yes">
        <source>About %n hours of space left on this device</source>
        <translation>
            <numerusform>Queda espacio para cerca de %n hora en este dispositivo</numerusform>
            <numerusform>Queda espacio para cerca de %n horas en este dispositivo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes of space left on this device</source>
        <translation>
            <numerusform>Queda espacio para cerca de %n minuto en este dispositivo</numerusform>
            <numerusform>Queda espacio para cerca de %n minutos en este dispositivo</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left for this answer</source>
        <translation>Queda menos de un minuto para esta respuesta</translation>
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
        <translation>Cada historia pasa por estos pasos: {steps}.</translation>
    </message>
    <message>
        <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
        <translation>Todavía no están en el archivo: {waiting}. En el archivo: {arrived}.</translation>
    </message>
    <message>
        <source>Stories on their way</source>
        <translation>Historias en camino</translation>
    </message>
    <message>
        <source>There is no finished story on this device.</source>
        <translation>No hay ninguna historia terminada en este dispositivo.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>Copiar en una memoria USB</translation>
    </message>
    <message>
        <source>Read receipts</source>
        <translation>Leer los recibos</translation>
    </message>
    <message>
        <source>Finished stories</source>
        <translation>Historias terminadas</translation>
    </message>
    <message>
        <source>Trying to send now. This page shows how far it got.</source>
        <translation>Se está probando el envío. Esta página muestra hasta dónde llegó.</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>¿Listo?</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Historias</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <source>Record the voice</source>
        <translation>Grabar la voz</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>Cambiar el PIN</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>Cerrar el programa</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>Volver al inicio</translation>
    </message>
    <message>
        <source>For staff</source>
        <comment>the whole part of the program behind the PIN</comment>
        <translation>Para el personal</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Borrar el último número</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Aceptar</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n número escrito</numerusform>
            <numerusform>%n números escritos</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>It has {least} to {most} digits. Keep it in a good place.</source>
        <translation>Tiene de {least} a {most} números. Guárdelo en un buen lugar.</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>Escríbalo una vez más</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>Demasiados intentos fallidos. Por favor, espere %n segundo.</numerusform>
            <numerusform>Demasiados intentos fallidos. Por favor, espere %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the staff PIN</source>
        <translation>Escriba el PIN del personal</translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <translation>Elija un PIN para el personal</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. You have %n more chance(s).</source>
        <translation>
            <numerusform>Este PIN no es correcto. Le queda %n intento.</numerusform>
            <numerusform>Este PIN no es correcto. Le quedan %n intentos.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>Los dos no eran iguales. Por favor, elija otra vez.</translation>
    </message>
    <message>
        <source>Paste the enrolment code here</source>
        <translation>Pegue aquí el código de inscripción</translation>
    </message>
    <message>
        <source>Type the staff passphrase here</source>
        <translation>Escriba aquí la frase secreta del personal</translation>
    </message>
    <message>
        <source>The one the system chooses</source>
        <translation>El que elige el sistema</translation>
    </message>
    <message>
        <source>Is everything ready?</source>
        <translation>¿Está todo listo?</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>El archivo</translation>
    </message>
    <message>
        <source>Read this aloud and compare it with the archive&apos;s own</source>
        <translation>Lea esto en voz alta y compárelo con los números del archivo</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation>Preguntando al archivo…</translation>
    </message>
    <message>
        <source>This device is connected. Compare the digits below with the archive&apos;s.</source>
        <translation>Este dispositivo está conectado. Compare los números de abajo con los del archivo.</translation>
    </message>
    <message>
        <source>This device does not belong to an archive yet.</source>
        <translation>Este dispositivo todavía no pertenece a un centro de archivo.</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>Detener la copia</translation>
    </message>
    <message>
        <source>Choose a stick again</source>
        <translation>Elegir otra vez una memoria USB</translation>
    </message>
    <message>
        <source>Back to the stories</source>
        <translation>Volver a las historias</translation>
    </message>
    <message>
        <source>How much is copied</source>
        <translation>Cuánto se ha copiado</translation>
    </message>
    <message>
        <source>Every story is still safe on this device.</source>
        <translation>Todas las historias siguen seguras en este dispositivo.</translation>
    </message>
    <message>
        <source>Choose the stick for the stories.</source>
        <translation>Elija la memoria USB para las historias.</translation>
    </message>
    <message>
        <source>Only the archive can open what is copied to it.</source>
        <translation>Solo el archivo puede abrir lo que se copia en ella.</translation>
    </message>
    <message>
        <source>Choose the stick that was at the archive.</source>
        <translation>Elija la memoria USB que estuvo en el archivo.</translation>
    </message>
    <message>
        <source>The stories are being copied. Leave the stick in.</source>
        <translation>Se están copiando las historias. Deje puesta la memoria USB.</translation>
    </message>
    <message>
        <source>The receipts are being read. Leave the stick in.</source>
        <translation>Se están leyendo los recibos. Deje puesta la memoria USB.</translation>
    </message>
    <message>
        <source>Plug in a USB stick. It appears here after a moment.</source>
        <translation>Conecte una memoria USB. Aparecerá aquí en un momento.</translation>
    </message>
    <message numerus="yes">
        <source>Story {number}: %n answer(s), {length} of sound</source>
        <translation>
            <numerusform>Historia {number}: %n respuesta, {length} de sonido</numerusform>
            <numerusform>Historia {number}: %n respuestas, {length} de sonido</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished stories</source>
        <translation>Historias sin terminar</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Seguir con ella</translation>
    </message>
    <message>
        <source>Go on only if the person who told it is here and wants to.</source>
        <translation>Siga solo si la persona que la contó está aquí y quiere.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>No hay ninguna.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Borrar para siempre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>In a person&apos;s voice: {count} of {total}</source>
        <translation>Con voz de una persona: {count} de {total}</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>Solo lo que falta</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>Todo está grabado.</translation>
    </message>
    <message>
        <source>A person&apos;s voice</source>
        <translation>Voz de una persona</translation>
    </message>
    <message>
        <source>The computer&apos;s voice</source>
        <translation>Voz de la computadora</translation>
    </message>
    <message>
        <source>No voice yet</source>
        <translation>Todavía sin voz</translation>
    </message>
    <message>
        <source>The three questions</source>
        <translation>Las tres preguntas</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Otras palabras</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Hear it as it is now</source>
        <translation>Escuchar la voz actual</translation>
    </message>
    <message>
        <source>Take this voice away again</source>
        <translation>Quitar esta voz</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>A visit is still going on. You can record when it is over.</source>
        <translation>Todavía hay una visita en curso. Puede grabar cuando termine.</translation>
    </message>
    <message>
        <source>It is saved, and heard from now on.</source>
        <translation>Está guardado y se oye desde ahora.</translation>
    </message>
    <message>
        <source>Start recording, and read the words aloud.</source>
        <translation>Empiece a grabar y lea las palabras en voz alta.</translation>
    </message>
    <message>
        <source>Read the words aloud now.</source>
        <translation>Lea ahora las palabras en voz alta.</translation>
    </message>
    <message>
        <source>Choose a language. Then read aloud what the pages say in it.</source>
        <translation>Elija un idioma. Luego lea en voz alta lo que dicen las páginas en ese idioma.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Touch to begin</source>
        <translation>Toque para empezar</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n foto</numerusform>
            <numerusform>%n fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Sin elegir todavía</translation>
    </message>
    <message>
        <source>You asked for nothing</source>
        <translation>No ha pedido nada</translation>
    </message>
    <message>
        <source>Only your note</source>
        <translation>Solo su nota</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pregunta saltada</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>Sin fotos</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>May be heard</source>
        <translation>Puede oírse</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>En ninguna parte</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Respuesta {number}</translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n cut(s)</source>
        <translation>
            <numerusform>{length}, %n corte</numerusform>
            <numerusform>{length}, %n cortes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation>Tamaño</translation>
    </message>
    <message numerus="yes">
        <source>Text size, now %n of 4</source>
        <translation>
            <numerusform>Tamaño del texto, ahora %n de 4</numerusform>
            <numerusform>Tamaño del texto, ahora %n de 4</numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>read this page aloud</comment>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>Parar la lectura en voz alta</translation>
    </message>
    <message>
        <source>Listen: read this page aloud</source>
        <translation>Escuchar: leer esta página en voz alta</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
</context>
<context>
    <name>Trim</name>
    <message>
        <source>Trim</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>{kept} of {all} is kept. What is grey falls away.</source>
        <translation>Se guarda {kept} de {all}. Lo que está en gris desaparece.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Empezar aquí</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Terminar aquí</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>Guardar todo</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>Donde empieza</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>Donde termina</translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
        <translation>Ha elegido que su historia se quede en el archivo. Así que no hay nada que marcar aquí.</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Take a story back</source>
        <translation>Retirar una historia</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n número escrito</numerusform>
            <numerusform>%n números escritos</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your code. It has 16 digits.</source>
        <translation>Escriba su código. Tiene 16 números.</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Borrar el último número</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Do you want to take this story back?</source>
        <translation>¿Quiere retirar esta historia?</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>Sí, retirarla</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>No, que se quede</translation>
    </message>
    <message>
        <source>Your story will be erased. Nobody can bring it back.</source>
        <translation>Su historia se borrará. Nadie puede recuperarla.</translation>
    </message>
    <message>
        <source>What others have copied cannot be called back.</source>
        <translation>Lo que otras personas han copiado no se puede retirar.</translation>
    </message>
    <message>
        <source>Your story was on this device. It is erased now.</source>
        <translation>Su historia estaba en este dispositivo. Ahora está borrada.</translation>
    </message>
    <message>
        <source>If a story with this code has arrived, it is taken back.</source>
        <translation>Si llegó una historia con este código, se retira.</translation>
    </message>
    <message>
        <source>This device tells the archive as soon as there is internet.</source>
        <translation>Este dispositivo avisa al archivo en cuanto hay internet.</translation>
    </message>
</context>
</TS>
