<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AudioBar</name>
    <message>
        <source>Stop listening</source>
        <translation>Arrêter l’écoute</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation>{now} sur {all}</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>There is nothing to hear yet.</source>
        <translation>Il n’y a encore rien à entendre.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Saving your story…</source>
        <translation>Sauvegarde de votre histoire…</translation>
    </message>
    <message>
        <source>Send my story</source>
        <translation>Envoyer mon histoire</translation>
    </message>
    <message>
        <source>The public will hear nothing. You ticked no place.</source>
        <translation>Le public n’entendra rien. Aucune case n’est cochée.</translation>
    </message>
    <message>
        <source>The public will not hear your recording. Someone else reads your words.</source>
        <translation>Le public n’entendra pas votre enregistrement. Quelqu’un d’autre lit vos mots.</translation>
    </message>
    <message>
        <source>The public will hear nothing. They read your words.</source>
        <translation>Le public n’entendra rien. Il lit vos mots.</translation>
    </message>
    <message>
        <source>The public will hear nothing. Your story stays in the archive.</source>
        <translation>Le public n’entendra rien. Votre histoire reste dans les archives.</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Arrêter l’écoute</translation>
    </message>
    <message>
        <source>Hear what the public hears</source>
        <translation>Entendre ce que le public entend</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>How this looks</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>How big the words are</source>
        <translation>Taille des mots</translation>
    </message>
    <message>
        <source>Stronger colours</source>
        <translation>Couleurs plus fortes</translation>
    </message>
    <message>
        <source>Dark words on white, and thick lines.</source>
        <translation>Mots foncés sur fond blanc, et traits épais.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Moins de mouvement</translation>
    </message>
    <message>
        <source>Pictures on the screen stand still.</source>
        <translation>Les images à l’écran ne bougent pas.</translation>
    </message>
    <message>
        <source>Size {number}</source>
        <translation>Taille {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This device cannot save or read unfinished stories. Please call staff.</source>
        <translation>Cet appareil ne peut ni sauvegarder ni lire les histoires non finies. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
        <translation>Cet appareil ne peut pas protéger les histoires non finies pour l’instant. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>The archive&apos;s key on this device is damaged. Please call staff.</source>
        <translation>La clé des archives est abîmée sur cet appareil. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This code is not complete or has a typing mistake. It has 16 digits.</source>
        <translation>Ce code n’est pas complet, ou il contient une erreur. Il a 16 chiffres.</translation>
    </message>
    <message>
        <source>This device is full. What you have said so far is safe. Please call staff.</source>
        <translation>Cet appareil est plein. Ce que vous avez dit jusqu’ici est sauvegardé. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. What you have said so far is safe. Please call staff.</source>
        <translation>Le disque de cet appareil ne marche pas bien. Ce que vous avez dit jusqu’ici est sauvegardé. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>A part of this story cannot be read. Please call staff.</source>
        <translation>Une partie de cette histoire ne peut pas être lue. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This passphrase is not right.</source>
        <translation>Cette phrase de passe n’est pas la bonne.</translation>
    </message>
    <message>
        <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
        <translation>Le micro n’est plus là. Ce que vous avez dit jusqu’ici est sauvegardé. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This device has changed to another microphone. What you have said so far is safe. Please call staff.</source>
        <translation>Cet appareil utilise maintenant un autre micro. Ce que vous avez dit jusqu’ici est sauvegardé. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
        <translation>Le micro choisi n’est pas branché. Branchez-le, ou demandez à l’équipe d’en choisir un autre.</translation>
    </message>
    <message>
        <source>This device has no microphone. Please connect one, or call staff.</source>
        <translation>Cet appareil n’a pas de micro. Merci d’en brancher un, ou d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
        <translation>Le micro ne peut pas être ouvert. Un autre programme l’utilise peut-être, ou l’accès n’est pas permis.</translation>
    </message>
    <message>
        <source>The microphones of this device cannot be listed. Please call staff.</source>
        <translation>Les micros de cet appareil ne peuvent pas être trouvés. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>Recording has stopped working. Please call staff.</source>
        <translation>L’enregistrement ne marche plus. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>The loudspeaker of this device cannot be used. Please call staff.</source>
        <translation>Le haut-parleur de cet appareil ne peut pas être utilisé. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This page cannot be read aloud just now.</source>
        <translation>Cette page ne peut pas être lue à voix haute pour l’instant.</translation>
    </message>
    <message>
        <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
        <translation>Le son n’a pas pu être préparé. Rien n’est perdu. Merci de réessayer, ou d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation>Ce fichier est vide. Merci d’en choisir un autre.</translation>
    </message>
    <message>
        <source>This file is too large for a photo. Please choose another one.</source>
        <translation>Ce fichier est trop lourd pour une photo. Merci d’en choisir un autre.</translation>
    </message>
    <message>
        <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
        <translation>Ce n’est pas une photo que nous pouvons utiliser. Les photos finissent par JPG, PNG, WebP ou HEIC.</translation>
    </message>
    <message>
        <source>This picture is larger than we can take. Please choose a smaller one.</source>
        <translation>Cette image est trop grande. Merci d’en choisir une plus petite.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be opened. Please choose another one.</source>
        <translation>Cette photo est abîmée et ne peut pas être ouverte. Merci d’en choisir une autre.</translation>
    </message>
    <message>
        <source>This photo took too long to open. Please choose another one.</source>
        <translation>Cette photo met trop de temps à s’ouvrir. Merci d’en choisir une autre.</translation>
    </message>
    <message>
        <source>Photos cannot be opened on this device just now. Please call staff.</source>
        <translation>Les photos ne peuvent pas être ouvertes sur cet appareil pour l’instant. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick or phone still connected?</source>
        <translation>Ce fichier ne peut pas être lu. La clé USB ou le téléphone sont-ils encore branchés&#xa0;?</translation>
    </message>
    <message>
        <source>Too many codes were typed here. Please try again in an hour.</source>
        <translation>Trop de codes ont été entrés ici. Merci de réessayer dans une heure.</translation>
    </message>
    <message>
        <source>Your story will not be sent, but this device could not erase it yet. Please call staff.</source>
        <translation>Votre histoire ne sera pas envoyée. Mais cet appareil n’a pas encore pu l’effacer. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Please call staff.</source>
        <translation>Cet appareil n’est pas encore relié à un centre d’archives. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>Connecting to the archive did not work. Please try again.</source>
        <translation>Relier cet appareil aux archives n’a pas marché. Merci de réessayer.</translation>
    </message>
    <message>
        <source>This is not an enrolment code. It begins with IDR1-.</source>
        <translation>Ce n’est pas un code d’inscription. Il commence par IDR1-.</translation>
    </message>
    <message>
        <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
        <translation>Il y a une erreur dans ce code d’inscription. Copiez à nouveau celui des archives.</translation>
    </message>
    <message>
        <source>This enrolment code was used before. Ask the archive for a new one.</source>
        <translation>Ce code d’inscription a déjà servi. Demandez-en un nouveau aux archives.</translation>
    </message>
    <message>
        <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
        <translation>Ce code d’inscription n’est plus valable. Demandez-en un nouveau aux archives.</translation>
    </message>
    <message>
        <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
        <translation>Des histoires pour les anciennes archives de cet appareil attendent encore ici. Envoyez-les d’abord.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. Please call staff.</source>
        <translation>Le disque de cet appareil ne marche pas bien. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>The settings of this device cannot be written.</source>
        <translation>Les réglages de cet appareil ne peuvent pas être sauvegardés.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Chosen</source>
        <translation>Choisi</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Pas choisi</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>There is no room for more stories. Send what waits, or free some space.</source>
        <translation>Il n’y a plus de place pour d’autres histoires. Envoyez celles qui attendent, ou libérez de la place.</translation>
    </message>
    <message>
        <source>There is room for about {hours} more hours of sound.</source>
        <translation>Il ne reste de la place que pour environ {hours} heures de son.</translation>
    </message>
    <message>
        <source>There is room for about {hours} hours of sound.</source>
        <translation>Il y a de la place pour environ {hours} heures de son.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check the system&apos;s settings.</source>
        <translation>Aucun micro n’a été trouvé. Branchez-en un, ou vérifiez les réglages du système.</translation>
    </message>
    <message>
        <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
        <translation>Le micro choisi n’est pas branché. Branchez-le, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The microphone is turned off in the system&apos;s settings. Turn it on there.</source>
        <translation>Le micro est éteint dans les réglages du système. Allumez-le dans ces réglages.</translation>
    </message>
    <message>
        <source>A microphone is ready.</source>
        <translation>Un micro est prêt.</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
        <translation>Aucun haut-parleur n’a été trouvé. Personne ne peut écouter une page ou une réponse.</translation>
    </message>
    <message>
        <source>A loudspeaker is ready.</source>
        <translation>Un haut-parleur est prêt.</translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it in the system&apos;s settings.</source>
        <translation>La date de cet appareil est fausse. Réglez-la dans les réglages du système.</translation>
    </message>
    <message>
        <source>The date looks right.</source>
        <translation>La date semble juste.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used. A story cut short by a crash is lost then.</source>
        <translation>Le trousseau de clés du système ne peut pas être utilisé. Une histoire coupée par une panne est alors perdue.</translation>
    </message>
    <message>
        <source>The system&apos;s key store works.</source>
        <translation>Le trousseau de clés du système marche.</translation>
    </message>
    <message>
        <source>No staff passphrase was chosen. A story cut short by a crash is lost then.</source>
        <translation>Aucune phrase de passe de l’équipe n’est choisie. Une histoire coupée par une panne est alors perdue.</translation>
    </message>
    <message>
        <source>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</source>
        <translation>La phrase de passe de l’équipe n’est pas encore entrée. Jusque-là, une panne fait perdre une histoire non finie.</translation>
    </message>
    <message>
        <source>The staff passphrase was typed. Unfinished stories survive a crash.</source>
        <translation>La phrase de passe de l’équipe est entrée. Une panne ne fait pas perdre les histoires non finies.</translation>
    </message>
    <message>
        <source>Please check that the system protects its disk with a password.</source>
        <translation>Merci de vérifier que le système protège son disque avec un mot de passe.</translation>
    </message>
    <message>
        <source>The system&apos;s disk is not protected. Whoever takes this device could find traces.</source>
        <translation>Le disque du système n’est pas protégé. Une personne qui prend cet appareil pourrait trouver des traces.</translation>
    </message>
    <message>
        <source>The system protects its disk.</source>
        <translation>Le système protège son disque.</translation>
    </message>
    <message>
        <source>The system may write its memory to the disk. Turn off its swap space.</source>
        <translation>Le système peut écrire sa mémoire sur le disque. Désactivez son espace d’échange (swap).</translation>
    </message>
    <message>
        <source>The system may save its memory when it sleeps. Turn off hibernation.</source>
        <translation>Le système peut sauvegarder sa mémoire quand il est en veille. Désactivez la veille prolongée.</translation>
    </message>
    <message>
        <source>This device may fall asleep while somebody speaks. Switch off its sleep in the system&apos;s settings.</source>
        <translation>Cet appareil peut se mettre en veille pendant que quelqu’un parle. Désactivez la veille dans les réglages du système.</translation>
    </message>
    <message>
        <source>This device stays awake while somebody speaks.</source>
        <translation>Cet appareil ne se met pas en veille pendant que quelqu’un parle.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
        <translation>Cet appareil n’est pas encore relié à un centre d’archives. Entrez un code d’inscription.</translation>
    </message>
    <message>
        <source>This device knows its archive.</source>
        <translation>Cet appareil connaît ses archives.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running. Close this program and start it again.</source>
        <translation>La partie qui envoie les histoires ne marche pas. Fermez ce programme et ouvrez-le à nouveau.</translation>
    </message>
    <message>
        <source>The part that sends stories is running.</source>
        <translation>La partie qui envoie les histoires marche.</translation>
    </message>
    <message>
        <source>Recordings of the voice that cannot be used: {count}.</source>
        <translation>Enregistrements de la voix qui ne peuvent pas être utilisés&#xa0;: {count}.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Your language</source>
        <translation>Votre langue</translation>
    </message>
    <message>
        <source>A safe way to reach you</source>
        <translation>Un moyen sûr de vous joindre</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>Autre chose à dire</translation>
    </message>
</context>
<context>
    <name>HowTo</name>
    <message>
        <source>How this works</source>
        <translation>Comment ça marche</translation>
    </message>
    <message>
        <source>You answer one question at a time. You can go back at any time.</source>
        <translation>Vous répondez à une question à la fois. Vous pouvez revenir en arrière à tout moment.</translation>
    </message>
    <message>
        <source>Listen reads the page aloud. Text size makes the words bigger.</source>
        <translation>«&#xa0;Écouter&#xa0;» lit la page à voix haute. «&#xa0;Taille&#xa0;» agrandit les mots.</translation>
    </message>
    <message>
        <source>With the red button you start and stop recording.</source>
        <translation>Avec le bouton rouge, vous commencez et arrêtez l’enregistrement.</translation>
    </message>
    <message>
        <source>Nothing leaves this device until you press Send my story.</source>
        <translation>Rien ne quitte cet appareil avant que vous appuyiez sur «&#xa0;Envoyer mon histoire&#xa0;».</translation>
    </message>
    <message>
        <source>Stop and leave deletes everything you have said here.</source>
        <translation>«&#xa0;Quitter&#xa0;» efface tout ce que vous avez dit ici.</translation>
    </message>
    <message>
        <source>If you are not sure, ask the people who invited you.</source>
        <translation>Si vous hésitez, demandez aux personnes qui vous invitent.</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>I am here</source>
        <translation>Je suis là</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <translation>Choisissez votre langue</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>Delete and leave</source>
        <translation>Effacer et quitter</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Record 3 seconds</source>
        <translation>Enregistrer 3 secondes</translation>
    </message>
    <message>
        <source>I can hear myself</source>
        <translation>Je m’entends</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Niveau du micro</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>Un instant, le micro est en train de s’ouvrir.</translation>
    </message>
    <message>
        <source>No microphone now. You can go on and try again at the first question.</source>
        <translation>Pas de micro pour l’instant. Vous pouvez continuer et réessayer à la première question.</translation>
    </message>
    <message>
        <source>The microphone is switched off or blocked. Please call staff.</source>
        <translation>Le micro est éteint ou bloqué. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>The microphone is turned off in this device&apos;s settings. Please call staff.</source>
        <translation>Le micro est éteint dans les réglages de cet appareil. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>We hear a steady noise and no voice yet. Say a few words, or call staff.</source>
        <translation>Nous entendons un bruit continu, mais pas encore de voix. Dites quelques mots, ou appelez l’équipe.</translation>
    </message>
    <message>
        <source>We hear nothing yet. Please say a few words.</source>
        <translation>Nous n’entendons encore rien. Merci de dire quelques mots.</translation>
    </message>
    <message>
        <source>That is very quiet. Please come closer or speak up.</source>
        <translation>On vous entend très peu. Merci de vous approcher ou de parler plus fort.</translation>
    </message>
    <message>
        <source>That is too loud. Please move back a little.</source>
        <translation>C’est trop fort. Merci de reculer un peu.</translation>
    </message>
    <message>
        <source>We hear you well.</source>
        <translation>Nous vous entendons bien.</translation>
    </message>
    <message>
        <source>They can choose another microphone.</source>
        <translation>L’équipe peut choisir un autre micro.</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>L’autre nom</translation>
    </message>
</context>
<context>
    <name>NameCheck</name>
    <message>
        <source>You marked a name in this answer. Listen, then choose what to do.</source>
        <translation>Vous avez noté un nom dans cette réponse. Écoutez, puis choisissez quoi faire.</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>Il commence</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>Il finit</translation>
    </message>
    <message>
        <source>Undo the cut</source>
        <translation>Annuler la coupure</translation>
    </message>
    <message>
        <source>The part is cut out. Listen again to be sure.</source>
        <translation>La partie est coupée. Écoutez à nouveau pour vérifier.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Cut a name out</source>
        <translation>Couper un nom</translation>
    </message>
    <message>
        <source>Name {number} of {all}: from {start} to {end}.</source>
        <translation>Nom {number} sur {all}&#xa0;: de {start} à {end}.</translation>
    </message>
    <message>
        <source>Listen. When you hear a name, press the flag.</source>
        <translation>Écoutez. Quand vous entendez un nom, appuyez sur le drapeau.</translation>
    </message>
    <message>
        <source>No name here</source>
        <translation>Pas de nom ici</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>Nom suivant</translation>
    </message>
    <message>
        <source>Begins earlier</source>
        <translation>Commence plus tôt</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Commence plus tard</translation>
    </message>
    <message>
        <source>Ends earlier</source>
        <translation>Finit plus tôt</translation>
    </message>
    <message>
        <source>Ends later</source>
        <translation>Finit plus tard</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Something is not right. Tell the archive&apos;s people: {reason}</source>
        <translation>Quelque chose ne va pas. Dites-le aux personnes des archives&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>sauvegardée ici</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>envoyée</translation>
    </message>
    <message>
        <source>the archive has it</source>
        <translation>reçue par les archives</translation>
    </message>
    <message>
        <source>Set aside: {count}. {reason}</source>
        <translation>Mises de côté&#xa0;: {count}. {reason}</translation>
    </message>
    <message>
        <source>Nothing has to be done. It goes on by itself.</source>
        <translation>Il n’y a rien à faire. Cela continue tout seul.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n hour(s).</source>
        <translation>
            <numerusform>Nouvel essai automatique dans environ %n heure.</numerusform>
            <numerusform>Nouvel essai automatique dans environ %n heures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>encore environ %n jour</numerusform>
            <numerusform>encore environ %n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>{stick} ({amount} free)</source>
        <translation>{stick} ({amount} libres)</translation>
    </message>
    <message>
        <source>Requests to take stories back are copied. You can pull the stick out now.</source>
        <translation>Les demandes de reprendre des histoires sont copiées. Vous pouvez retirer la clé USB.</translation>
    </message>
    <message>
        <source>A saved story could not be copied. The disk may be broken.</source>
        <translation>Une histoire sauvegardée n’a pas pu être copiée. Le disque est peut-être abîmé.</translation>
    </message>
    <message>
        <source>What was copied also stays here until the archive has signed for it.</source>
        <translation>Ce qui est copié reste aussi ici, jusqu’à l’accusé de réception des archives.</translation>
    </message>
    <message>
        <source>It tries again by itself in less than a minute.</source>
        <translation>Nouvel essai automatique dans moins d’une minute.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n minute(s).</source>
        <translation>
            <numerusform>Nouvel essai automatique dans environ %n minute.</numerusform>
            <numerusform>Nouvel essai automatique dans environ %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>encore moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>encore environ %n minute</numerusform>
            <numerusform>encore environ %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>encore environ %n heure</numerusform>
            <numerusform>encore environ %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>mise de côté</translation>
    </message>
    <message>
        <source>{sent} of {size}</source>
        <translation>{sent} sur {size}</translation>
    </message>
    <message>
        <source>copied to a stick on {day}</source>
        <translation>copiée sur une clé USB le {day}</translation>
    </message>
    <message>
        <source>Still to be sent: {amount}.</source>
        <translation>Encore à envoyer&#xa0;: {amount}.</translation>
    </message>
    <message numerus="yes">
        <source>%n story(s) copied. You can pull the stick out now.</source>
        <translation>
            <numerusform>%n histoire copiée. Vous pouvez retirer la clé USB.</numerusform>
            <numerusform>%n histoires copiées. Vous pouvez retirer la clé USB.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are not genuine. Nothing was erased for them.</source>
        <translation>
            <numerusform>%n accusé de réception n’est pas authentique. Rien n’a été effacé.</numerusform>
            <numerusform>%n accusés de réception ne sont pas authentiques. Rien n’a été effacé.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can pull the stick out now.</source>
        <translation>Vous pouvez retirer la clé USB.</translation>
    </message>
    <message>
        <source>What this device knows of its archive is damaged.</source>
        <translation>Ce que cet appareil sait de ses archives est abîmé.</translation>
    </message>
    <message>
        <source>Ask the archive&apos;s people for a new code, and connect again.</source>
        <translation>Demandez un nouveau code aux personnes des archives, et reliez à nouveau l’appareil.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet.</source>
        <translation>Cet appareil n’est pas encore relié à un centre d’archives.</translation>
    </message>
    <message>
        <source>Enter an enrolment code first. Until then stories are kept here.</source>
        <translation>Entrez d’abord un code d’inscription. D’ici là, les histoires sont gardées ici.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running.</source>
        <translation>La partie qui envoie les histoires ne marche pas.</translation>
    </message>
    <message>
        <source>Close this program and start it again.</source>
        <translation>Fermez ce programme et ouvrez-le à nouveau.</translation>
    </message>
    <message>
        <source>Story {number}: {state}</source>
        <translation>Histoire {number}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of one line</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to take a story back still wait.</source>
        <translation>
            <numerusform>%n demande de reprendre une histoire attend encore.</numerusform>
            <numerusform>%n demandes de reprendre une histoire attendent encore.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive has signed for %n more part(s) of stories.</source>
        <translation>
            <numerusform>Les archives ont signé pour %n partie d’histoire de plus.</numerusform>
            <numerusform>Les archives ont signé pour %n parties d’histoires de plus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are for another device, and were left alone.</source>
        <translation>
            <numerusform>%n accusé de réception est pour un autre appareil. Il est laissé tel quel.</numerusform>
            <numerusform>%n accusés de réception sont pour un autre appareil. Ils sont laissés tels quels.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people.</source>
        <translation>Dites-le aux personnes des archives.</translation>
    </message>
    <message>
        <source>The archive has not been asked yet.</source>
        <translation>Les archives n’ont pas encore été contactées.</translation>
    </message>
    <message>
        <source>The archive answers.</source>
        <translation>Les archives répondent.</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>Les archives ne sont pas joignables.</translation>
    </message>
    <message>
        <source>Check the internet of this device. A stick works without it.</source>
        <translation>Vérifiez l’internet de cet appareil. Une clé USB marche sans internet.</translation>
    </message>
    <message>
        <source>This network asks you to log in first.</source>
        <translation>Ce réseau demande d’abord de s’identifier.</translation>
    </message>
    <message>
        <source>Open a web page, log in there, then press Send now.</source>
        <translation>Ouvrez une page web et identifiez-vous. Appuyez ensuite sur «&#xa0;Envoyer maintenant&#xa0;».</translation>
    </message>
    <message>
        <source>Somebody on this network reads along. So nothing is sent here.</source>
        <translation>Quelqu’un lit ce qui passe sur ce réseau. Rien n’est donc envoyé ici.</translation>
    </message>
    <message>
        <source>Use another network, such as that of a phone.</source>
        <translation>Utilisez un autre réseau, comme celui d’un téléphone.</translation>
    </message>
    <message>
        <source>The date of this device is wrong.</source>
        <translation>La date de cet appareil est fausse.</translation>
    </message>
    <message>
        <source>Set it in the system&apos;s settings, then press Send now.</source>
        <translation>Réglez-la dans les réglages du système. Appuyez ensuite sur «&#xa0;Envoyer maintenant&#xa0;».</translation>
    </message>
    <message>
        <source>The archive does not recognise this device any more.</source>
        <translation>Les archives ne reconnaissent plus cet appareil.</translation>
    </message>
    <message>
        <source>Ask its people for a new code, and connect again.</source>
        <translation>Demandez-leur un nouveau code, et reliez à nouveau l’appareil.</translation>
    </message>
    <message>
        <source>The archive has ended the connection with this device.</source>
        <translation>Les archives ont mis fin au lien avec cet appareil.</translation>
    </message>
    <message>
        <source>Ask its people why. A new code connects it again.</source>
        <translation>Demandez-leur pourquoi. Un nouveau code le relie à nouveau.</translation>
    </message>
    <message>
        <source>The archive has no room at the moment.</source>
        <translation>Les archives n’ont plus de place en ce moment.</translation>
    </message>
    <message>
        <source>Tell its people. The stories stay safe here, and go later.</source>
        <translation>Dites-le-leur. Les histoires sont en sûreté ici et partiront plus tard.</translation>
    </message>
    <message>
        <source>The archive has too much to do at the moment.</source>
        <translation>Les archives ont trop à faire en ce moment.</translation>
    </message>
    <message>
        <source>The archive takes no more from this device for now.</source>
        <translation>Pour l’instant, les archives n’acceptent plus rien de cet appareil.</translation>
    </message>
    <message>
        <source>It goes on by itself later. The archive&apos;s people can allow more.</source>
        <translation>Cela reprendra tout seul plus tard. Les personnes des archives peuvent autoriser davantage.</translation>
    </message>
    <message>
        <source>Use a free network, or press Send now to send it anyway.</source>
        <translation>Utilisez un réseau gratuit, ou appuyez sur «&#xa0;Envoyer maintenant&#xa0;».</translation>
    </message>
    <message>
        <source>The archive gives answers that this program does not understand.</source>
        <translation>Les archives donnent des réponses que ce programme ne comprend pas.</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people. This program may be too old.</source>
        <translation>Dites-le aux personnes des archives. Ce programme est peut-être trop ancien.</translation>
    </message>
    <message>
        <source>The address of the archive cannot be used.</source>
        <translation>L’adresse des archives ne peut pas être utilisée.</translation>
    </message>
    <message>
        <source>the archive can listen to it already</source>
        <translation>les archives peuvent déjà l’écouter</translation>
    </message>
    <message>
        <source>Nothing can be written to this stick. Is its lock on?</source>
        <translation>Rien ne peut être écrit sur cette clé USB. Est-elle verrouillée&#xa0;?</translation>
    </message>
    <message>
        <source>This stick cannot be read. Use another one.</source>
        <translation>Cette clé USB ne peut pas être lue. Prenez-en une autre.</translation>
    </message>
    <message>
        <source>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</source>
        <translation>Une histoire est trop grande pour le format de cette clé USB. Prenez une clé au format exFAT.</translation>
    </message>
    <message>
        <source>Something on this stick is not a plain file. Use another stick.</source>
        <translation>Quelque chose sur cette clé USB n’est pas un simple fichier. Prenez une autre clé.</translation>
    </message>
    <message>
        <source>There is no receipt on this stick. The archive has to read it first.</source>
        <translation>Il n’y a pas d’accusé de réception sur cette clé USB. Les archives doivent d’abord la lire.</translation>
    </message>
    <message>
        <source>A stick is being read or written already. Wait until that is done.</source>
        <translation>Une clé USB est déjà en cours d’utilisation. Attendez la fin.</translation>
    </message>
    <message>
        <source>There is nothing to copy. The archive has every story.</source>
        <translation>Il n’y a rien à copier. Les archives ont toutes les histoires.</translation>
    </message>
    <message>
        <source>Copying was stopped. What is on the stick is not complete.</source>
        <translation>La copie est arrêtée. La clé USB ne contient pas tout.</translation>
    </message>
    <message>
        <source>The stick could not be read or written. Please try again.</source>
        <translation>La clé USB n’a pas pu être lue ni écrite. Merci d’essayer à nouveau.</translation>
    </message>
    <message>
        <source>Nothing is new: these receipts were read before.</source>
        <translation>Rien de nouveau&#xa0;: ces accusés de réception ont déjà été lus.</translation>
    </message>
    <message>
        <source>There is no receipt for this device on the stick.</source>
        <translation>Il n’y a pas d’accusé de réception pour cet appareil sur la clé USB.</translation>
    </message>
    <message>
        <source>A saved story is missing from this device. Tell the archive&apos;s people.</source>
        <translation>Une histoire sauvegardée manque sur cet appareil. Dites-le aux personnes des archives.</translation>
    </message>
    <message>
        <source>A saved story cannot be read. The disk may be broken.</source>
        <translation>Une histoire sauvegardée ne peut pas être lue. Le disque est peut-être cassé.</translation>
    </message>
    <message>
        <source>To save money, the rest waits.</source>
        <translation>Pour ne pas coûter d’argent, le reste attend.</translation>
    </message>
    <message>
        <source>The stick is full. Copy the rest to another one.</source>
        <translation>La clé USB est pleine. Copiez le reste sur une autre.</translation>
    </message>
    <message>
        <source>The stick is gone. Plug it in and start again: it goes on where it stopped.</source>
        <translation>La clé USB n’est plus là. Branchez-la et recommencez&#xa0;: cela reprend au même endroit.</translation>
    </message>
    <message>
        <source>The archive does not take a story. Copy it to a stick and tell its people.</source>
        <translation>Les archives n’acceptent pas une histoire. Copiez-la sur une clé USB et dites-le-leur.</translation>
    </message>
    <message>
        <source>The archive&apos;s receipt is not genuine, so nothing is erased. Tell its people.</source>
        <translation>L’accusé de réception n’est pas authentique, donc rien n’est effacé. Dites-le aux archives.</translation>
    </message>
    <message>
        <source>A story arrives damaged each time. Copy it to a stick.</source>
        <translation>Une histoire arrive abîmée à chaque fois. Copiez-la sur une clé USB.</translation>
    </message>
    <message>
        <source>A saved story is not as it was. The disk may be broken.</source>
        <translation>Une histoire sauvegardée n’est plus comme avant. Le disque est peut-être cassé.</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Words for this photo</source>
        <translation>Des mots pour cette photo</translation>
    </message>
    <message>
        <source>Leave out names that nobody should know.</source>
        <translation>N’écrivez pas les noms que personne ne doit connaître.</translation>
    </message>
    <message>
        <source>Earlier photos</source>
        <translation>Photos d’avant</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>Plus de photos</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Recherche de photos…</translation>
    </message>
    <message>
        <source>Not a photo</source>
        <translation>Pas une photo</translation>
    </message>
    <message>
        <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
        <translation>Merci de brancher une clé USB ou un téléphone. Puis touchez à nouveau «&#xa0;Ajouter une photo&#xa0;».</translation>
    </message>
    <message>
        <source>Touch a photo to add it.</source>
        <translation>Touchez une photo pour l’ajouter.</translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation>Il n’y a pas de photos ici.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>Prepared photos</source>
        <translation>Photos préparées</translation>
    </message>
    <message>
        <source>Add photo {number}</source>
        <translation>Ajouter la photo {number}</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Ajouter une photo</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Cover something</source>
        <translation>Couvrir une partie</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>Ajouter des mots</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cover for good</source>
        <translation>Couvrir pour toujours</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
        <translation>Photo à couvrir&#xa0;: flèches pour déplacer, Maj et flèches pour la taille, Entrée pour couvrir</translation>
    </message>
    <message>
        <source>What should nobody see?</source>
        <translation>Qu’est-ce que personne ne doit voir&#xa0;?</translation>
    </message>
    <message>
        <source>Draw over faces and signs. What you cover is gone for good.</source>
        <translation>Dessinez sur les visages et les panneaux. Ce que vous couvrez disparaît pour toujours.</translation>
    </message>
    <message>
        <source>Choose your photos</source>
        <translation>Choisissez vos photos</translation>
    </message>
    <message>
        <source>{count} of {most} photos</source>
        <translation>Photos&#xa0;: {count} sur {most}</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>Photo {number}</translation>
    </message>
    <message>
        <source>What does this photo show?</source>
        <translation>Que montre cette photo&#xa0;?</translation>
    </message>
    <message>
        <source>You can leave this empty. The words are seen wherever the photo is seen.</source>
        <translation>Vous pouvez laisser vide. On voit ces mots partout où on voit la photo.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>I said a name</source>
        <translation>J’ai dit un nom</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Enregistrer à nouveau</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>Passer cette question</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message numerus="yes">
        <source>An answer can be %n minutes long. All you said is saved.</source>
        <translation>
            <numerusform>Une réponse peut durer %n minute. Tout ce que vous avez dit est sauvegardé.</numerusform>
            <numerusform>Une réponse peut durer %n minutes. Tout ce que vous avez dit est sauvegardé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Garder celui-ci</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Garder l’ancien</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please try again.</source>
        <translation>Rien n’a été enregistré. Merci de réessayer.</translation>
    </message>
    <message>
        <source>Do not record yet</source>
        <translation>Ne pas encore enregistrer</translation>
    </message>
    <message>
        <source>Get ready. Press again to stop the countdown.</source>
        <translation>Préparez-vous. Appuyez à nouveau pour arrêter le décompte.</translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. Please call staff, then record again.</source>
        <translation>Le micro n’a donné aucun son. Merci d’appeler l’équipe, puis d’enregistrer à nouveau.</translation>
    </message>
    <message>
        <source>The microphone was turned off for a while. Please call staff, then record again.</source>
        <translation>Le micro a été éteint un moment. Merci d’appeler l’équipe, puis d’enregistrer à nouveau.</translation>
    </message>
    <message>
        <source>We heard only a steady noise and no voice. Please call staff.</source>
        <translation>Nous avons entendu seulement un bruit continu, sans voix. Merci d’appeler l’équipe.</translation>
    </message>
    <message>
        <source>We heard almost nothing. Please come closer and record again.</source>
        <translation>Nous n’avons presque rien entendu. Merci de vous approcher et d’enregistrer à nouveau.</translation>
    </message>
    <message>
        <source>This is very short. You can record again if you want to say more.</source>
        <translation>C’est très court. Vous pouvez enregistrer à nouveau pour en dire plus.</translation>
    </message>
    <message>
        <source>Your voice is very quiet. You can come closer and record again.</source>
        <translation>On entend très peu votre voix. Vous pouvez vous approcher et enregistrer à nouveau.</translation>
    </message>
    <message>
        <source>Some parts are too loud and may crackle. You can move back and record again.</source>
        <translation>Certaines parties sont trop fortes et peuvent grésiller. Vous pouvez reculer et enregistrer à nouveau.</translation>
    </message>
    <message>
        <source>What you said so far is saved. Recording is interrupted.</source>
        <translation>Ce que vous avez dit jusqu’ici est sauvegardé. L’enregistrement est interrompu.</translation>
    </message>
    <message>
        <source>Picture of your voice</source>
        <translation>Image de votre voix</translation>
    </message>
    <message numerus="yes">
        <source>Marked. Names marked so far: %n</source>
        <translation>
            <numerusform>C’est noté. Nom noté jusqu’ici&#xa0;: %n</numerusform>
            <numerusform>C’est noté. Noms notés jusqu’ici&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A small part of the sound is missing. Please listen to it.</source>
        <translation>Il manque une petite partie du son. Merci de l’écouter.</translation>
    </message>
    <message>
        <source>No microphone. Press the red button to try again.</source>
        <translation>Pas de micro. Appuyez sur le bouton rouge pour réessayer.</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Reprendre l’enregistrement</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>C’est tout</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>Un instant, le micro est en train de s’ouvrir.</translation>
    </message>
    <message>
        <source>Press the red button and speak.</source>
        <translation>Appuyez sur le bouton rouge et parlez.</translation>
    </message>
    <message>
        <source>Recording. It is saved as you speak.</source>
        <translation>Enregistrement en cours. Il est sauvegardé pendant que vous parlez.</translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded now.</source>
        <translation>En pause. Rien n’est enregistré maintenant.</translation>
    </message>
    <message>
        <source>One moment, it is being saved.</source>
        <translation>Un instant, la sauvegarde est en cours.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Commencer l’enregistrement</translation>
    </message>
    <message>
        <source>Your answer is saved on this device.</source>
        <translation>Votre réponse est sauvegardée sur cet appareil.</translation>
    </message>
    <message>
        <source>Listen to it. Then keep it, or record again.</source>
        <translation>Écoutez votre enregistrement. Puis gardez-le, ou enregistrez à nouveau.</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>Further up</source>
        <translation>Plus haut</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Plus bas</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Your story is on its way to the archive.</source>
        <translation>Votre histoire est en route vers les archives.</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Votre code</translation>
    </message>
    <message>
        <source>The same code as a picture for a phone</source>
        <translation>Le même code en image pour un téléphone</translation>
    </message>
    <message>
        <source>your code</source>
        <translation>votre code</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Rester plus longtemps</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message numerus="yes">
        <source>This page closes by itself in %n second(s).</source>
        <translation>
            <numerusform>Cette page se ferme toute seule dans %n seconde.</numerusform>
            <numerusform>Cette page se ferme toute seule dans %n secondes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidePage</name>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Space</name>
    <message>
        <source>This device is almost full. Please call staff.</source>
        <translation>Cet appareil est presque plein. Merci d’appeler l’équipe.</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left for this answer</source>
        <translation>
            <numerusform>Il reste environ %n minute pour cette réponse</numerusform>
            <numerusform>Il reste environ %n minutes pour cette réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>Plenty of space left on this device</source>
        <translation>Il reste beaucoup de place sur cet appareil</translation>
    </message>
    <message numerus="yes">
        <source>About %n hours of space left on this device</source>
        <translation>
            <numerusform>Il reste de la place pour environ %n heure sur cet appareil</numerusform>
            <numerusform>Il reste de la place pour environ %n heures sur cet appareil</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes of space left on this device</source>
        <translation>
            <numerusform>Il reste de la place pour environ %n minute sur cet appareil</numerusform>
            <numerusform>Il reste de la place pour environ %n minutes sur cet appareil</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left for this answer</source>
        <translation>Il reste moins d’une minute pour cette réponse</translation>
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
        <translation>Chaque histoire passe par ces étapes&#xa0;: {steps}.</translation>
    </message>
    <message>
        <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
        <translation>Pas encore dans les archives&#xa0;: {waiting}. Dans les archives&#xa0;: {arrived}.</translation>
    </message>
    <message>
        <source>Stories on their way</source>
        <translation>Histoires en route</translation>
    </message>
    <message>
        <source>There is no finished story on this device.</source>
        <translation>Il n’y a pas d’histoire terminée sur cet appareil.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>Copier sur une clé USB</translation>
    </message>
    <message>
        <source>Read receipts</source>
        <translation>Lire les accusés de réception</translation>
    </message>
    <message>
        <source>Finished stories</source>
        <translation>Histoires terminées</translation>
    </message>
    <message>
        <source>Trying to send now. This page shows how far it got.</source>
        <translation>Essai d’envoi en cours. Cette page montre où il en est.</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>C’est prêt&#xa0;?</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Histoires</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Non finies</translation>
    </message>
    <message>
        <source>Record the voice</source>
        <translation>Enregistrer la voix</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>Changer le code PIN</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>Fermer le programme</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>Retour au début</translation>
    </message>
    <message>
        <source>For staff</source>
        <comment>the whole part of the program behind the PIN</comment>
        <translation>Pour l’équipe</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Effacer le dernier chiffre</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Valider</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n chiffre entré</numerusform>
            <numerusform>%n chiffres entrés</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>It has {least} to {most} digits. Keep it in a good place.</source>
        <translation>Il a de {least} à {most} chiffres. Gardez-le dans un bon endroit.</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>Entrez-le encore une fois</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>Trop d’erreurs. Merci d’attendre %n seconde.</numerusform>
            <numerusform>Trop d’erreurs. Merci d’attendre %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the staff PIN</source>
        <translation>Entrez le code PIN de l’équipe</translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <translation>Choisissez un code PIN pour l’équipe</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. You have %n more chance(s).</source>
        <translation>
            <numerusform>Ce code PIN n’est pas le bon. Il vous reste %n essai.</numerusform>
            <numerusform>Ce code PIN n’est pas le bon. Il vous reste %n essais.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>Les deux n’étaient pas pareils. Merci de choisir à nouveau.</translation>
    </message>
    <message>
        <source>Paste the enrolment code here</source>
        <translation>Collez le code d’inscription ici</translation>
    </message>
    <message>
        <source>Type the staff passphrase here</source>
        <translation>Entrez ici la phrase de passe de l’équipe</translation>
    </message>
    <message>
        <source>The one the system chooses</source>
        <translation>Celui que le système choisit</translation>
    </message>
    <message>
        <source>Is everything ready?</source>
        <translation>Tout est prêt&#xa0;?</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>Les archives</translation>
    </message>
    <message>
        <source>Read this aloud and compare it with the archive&apos;s own</source>
        <translation>Lisez ceci à voix haute et comparez avec les chiffres des archives</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Relier</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micro</translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation>Demande aux archives en cours…</translation>
    </message>
    <message>
        <source>This device is connected. Compare the digits below with the archive&apos;s.</source>
        <translation>Cet appareil est relié. Comparez les chiffres ci-dessous avec ceux des archives.</translation>
    </message>
    <message>
        <source>This device does not belong to an archive yet.</source>
        <translation>Cet appareil n’est pas encore relié à un centre d’archives.</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>Arrêter la copie</translation>
    </message>
    <message>
        <source>Choose a stick again</source>
        <translation>Choisir à nouveau une clé USB</translation>
    </message>
    <message>
        <source>Back to the stories</source>
        <translation>Retour aux histoires</translation>
    </message>
    <message>
        <source>How much is copied</source>
        <translation>Part déjà copiée</translation>
    </message>
    <message>
        <source>Every story is still safe on this device.</source>
        <translation>Toutes les histoires sont toujours en sûreté sur cet appareil.</translation>
    </message>
    <message>
        <source>Choose the stick for the stories.</source>
        <translation>Choisissez la clé USB pour les histoires.</translation>
    </message>
    <message>
        <source>Only the archive can open what is copied to it.</source>
        <translation>Seules les archives peuvent ouvrir ce qui y est copié.</translation>
    </message>
    <message>
        <source>Choose the stick that was at the archive.</source>
        <translation>Choisissez la clé USB qui revient des archives.</translation>
    </message>
    <message>
        <source>The stories are being copied. Leave the stick in.</source>
        <translation>Les histoires sont en cours de copie. Laissez la clé USB branchée.</translation>
    </message>
    <message>
        <source>The receipts are being read. Leave the stick in.</source>
        <translation>Les accusés de réception sont en cours de lecture. Laissez la clé USB branchée.</translation>
    </message>
    <message>
        <source>Plug in a USB stick. It appears here after a moment.</source>
        <translation>Branchez une clé USB. Elle apparaît ici après un instant.</translation>
    </message>
    <message numerus="yes">
        <source>Story {number}: %n answer(s), {length} of sound</source>
        <translation>
            <numerusform>Histoire {number}&#xa0;: %n réponse, {length} de son</numerusform>
            <numerusform>Histoire {number}&#xa0;: %n réponses, {length} de son</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished stories</source>
        <translation>Histoires non finies</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>La continuer</translation>
    </message>
    <message>
        <source>Go on only if the person who told it is here and wants to.</source>
        <translation>Continuez seulement si la personne qui l’a racontée est là et le veut.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Il n’y en a pas.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Effacer pour toujours</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>In a person&apos;s voice: {count} of {total}</source>
        <translation>Avec la voix d’une personne&#xa0;: {count} sur {total}</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>Seulement ce qui manque</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>Tout est enregistré.</translation>
    </message>
    <message>
        <source>A person&apos;s voice</source>
        <translation>Voix d’une personne</translation>
    </message>
    <message>
        <source>The computer&apos;s voice</source>
        <translation>Voix de l’ordinateur</translation>
    </message>
    <message>
        <source>No voice yet</source>
        <translation>Pas encore de voix</translation>
    </message>
    <message>
        <source>The three questions</source>
        <translation>Les trois questions</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Autres mots</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Hear it as it is now</source>
        <translation>Écouter la voix actuelle</translation>
    </message>
    <message>
        <source>Take this voice away again</source>
        <translation>Enlever cette voix</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>A visit is still going on. You can record when it is over.</source>
        <translation>Une visite est encore en cours. Vous pourrez enregistrer quand elle sera finie.</translation>
    </message>
    <message>
        <source>It is saved, and heard from now on.</source>
        <translation>C’est sauvegardé. On l’entend dès maintenant.</translation>
    </message>
    <message>
        <source>Start recording, and read the words aloud.</source>
        <translation>Commencez l’enregistrement et lisez les mots à voix haute.</translation>
    </message>
    <message>
        <source>Read the words aloud now.</source>
        <translation>Lisez les mots à voix haute maintenant.</translation>
    </message>
    <message>
        <source>Choose a language. Then read aloud what the pages say in it.</source>
        <translation>Choisissez une langue. Puis lisez à voix haute ce que disent les pages dans cette langue.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Touch to begin</source>
        <translation>Touchez pour commencer</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Pas encore choisi</translation>
    </message>
    <message>
        <source>You asked for nothing</source>
        <translation>Vous n’avez rien demandé</translation>
    </message>
    <message>
        <source>Only your note</source>
        <translation>Seulement votre note</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Question passée</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>Pas de photos</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>May be heard</source>
        <translation>Peut être entendue</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Nulle part</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Réponse {number}</translation>
    </message>
    <message numerus="yes">
        <source>{length}, %n cut(s)</source>
        <translation>
            <numerusform>{length}, %n coupure</numerusform>
            <numerusform>{length}, %n coupures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Text size</source>
        <translation>Taille</translation>
    </message>
    <message numerus="yes">
        <source>Text size, now %n of 4</source>
        <translation>
            <numerusform>Taille du texte, maintenant %n sur 4</numerusform>
            <numerusform>Taille du texte, maintenant %n sur 4</numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>read this page aloud</comment>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>Arrêter la lecture à voix haute</translation>
    </message>
    <message>
        <source>Listen: read this page aloud</source>
        <translation>Écouter&#xa0;: lire cette page à voix haute</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Étape {step} sur {steps}</translation>
    </message>
</context>
<context>
    <name>Trim</name>
    <message>
        <source>Trim</source>
        <translation>Raccourcir</translation>
    </message>
    <message>
        <source>{kept} of {all} is kept. What is grey falls away.</source>
        <translation>On garde {kept} sur {all}. Ce qui est gris disparaît.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Commencer ici</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Finir ici</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>Tout garder</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>Où ça commence</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>Où ça finit</translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
        <translation>Vous avez choisi de garder votre histoire dans les archives. Il n’y a donc rien à cocher ici.</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Take a story back</source>
        <translation>Retirer une histoire</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n chiffre entré</numerusform>
            <numerusform>%n chiffres entrés</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your code. It has 16 digits.</source>
        <translation>Entrez votre code. Il a 16 chiffres.</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Effacer le dernier chiffre</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Valider</translation>
    </message>
    <message>
        <source>Do you want to take this story back?</source>
        <translation>Voulez-vous retirer cette histoire&#xa0;?</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>Oui, la retirer</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>Non, la garder</translation>
    </message>
    <message>
        <source>Your story will be erased. Nobody can bring it back.</source>
        <translation>Votre histoire sera effacée. Personne ne peut la faire revenir.</translation>
    </message>
    <message>
        <source>What others have copied cannot be called back.</source>
        <translation>On ne peut pas retirer ce que d’autres ont copié.</translation>
    </message>
    <message>
        <source>Your story was on this device. It is erased now.</source>
        <translation>Votre histoire était sur cet appareil. Maintenant, elle est effacée.</translation>
    </message>
    <message>
        <source>If a story with this code has arrived, it is taken back.</source>
        <translation>Si une histoire avec ce code est arrivée, elle est retirée.</translation>
    </message>
    <message>
        <source>This device tells the archive as soon as there is internet.</source>
        <translation>Cet appareil prévient les archives dès qu’il y a Internet.</translation>
    </message>
</context>
</TS>
