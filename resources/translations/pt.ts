<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>AudioBar</name>
    <message>
        <source>Stop listening</source>
        <translation>Parar de ouvir</translation>
    </message>
    <message>
        <source>Listen to it</source>
        <translation>Ouvir isto</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Posição</translation>
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
        <translation>Ainda não há nada para ouvir.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudar</translation>
    </message>
    <message>
        <source>Saving your story…</source>
        <translation>Guardando sua história…</translation>
    </message>
    <message>
        <source>Send my story</source>
        <translation>Enviar minha história</translation>
    </message>
    <message>
        <source>The public will hear nothing. You ticked no place.</source>
        <translation>O público não vai ouvir nada. Você não marcou nenhum lugar.</translation>
    </message>
    <message>
        <source>The public will not hear your recording. Someone else reads your words.</source>
        <translation>O público não vai ouvir sua gravação. Outra pessoa lê suas palavras.</translation>
    </message>
    <message>
        <source>The public will hear nothing. They read your words.</source>
        <translation>O público não vai ouvir nada. As pessoas leem suas palavras.</translation>
    </message>
    <message>
        <source>The public will hear nothing. Your story stays in the archive.</source>
        <translation>O público não vai ouvir nada. Sua história fica no acervo.</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Parar de ouvir</translation>
    </message>
    <message>
        <source>Hear what the public hears</source>
        <translation>Ouvir o que o público ouve</translation>
    </message>
</context>
<context>
    <name>Display</name>
    <message>
        <source>How this looks</source>
        <translation>Como a tela aparece</translation>
    </message>
    <message>
        <source>How big the words are</source>
        <translation>Tamanho das letras</translation>
    </message>
    <message>
        <source>Stronger colours</source>
        <translation>Cores mais fortes</translation>
    </message>
    <message>
        <source>Dark words on white, and thick lines.</source>
        <translation>Palavras escuras no branco e linhas grossas.</translation>
    </message>
    <message>
        <source>Less movement</source>
        <translation>Menos movimento</translation>
    </message>
    <message>
        <source>Pictures on the screen stand still.</source>
        <translation>As imagens na tela ficam paradas.</translation>
    </message>
    <message>
        <source>Size {number}</source>
        <translation>Tamanho {number}</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>This device cannot save or read unfinished stories. Please call staff.</source>
        <translation>Este aparelho não consegue guardar nem ler histórias inacabadas. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>This device cannot keep unfinished stories safe just now. Please call staff.</source>
        <translation>Este aparelho não consegue proteger histórias inacabadas agora. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>The archive&apos;s key on this device is damaged. Please call staff.</source>
        <translation>A chave do acervo neste aparelho está com defeito. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>This code is not complete or has a typing mistake. It has 16 digits.</source>
        <translation>Este código não está completo ou tem um erro. Ele tem 16 números.</translation>
    </message>
    <message>
        <source>This device is full. What you have said so far is safe. Please call staff.</source>
        <translation>Este aparelho está cheio. O que você disse até agora está guardado. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. What you have said so far is safe. Please call staff.</source>
        <translation>O disco deste aparelho não funciona como deve. O que você disse até agora está guardado. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>A part of this story cannot be read. Please call staff.</source>
        <translation>Não foi possível ler uma parte desta história. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>This passphrase is not right.</source>
        <translation>Esta frase secreta não está certa.</translation>
    </message>
    <message>
        <source>The microphone has gone away. What you have said so far is safe. Please call staff.</source>
        <translation>O microfone se desconectou. O que você disse até agora está guardado. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>This device has changed to another microphone. What you have said so far is safe. Please call staff.</source>
        <translation>Este aparelho passou a usar outro microfone. O que você disse até agora está guardado. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>The chosen microphone is not connected. Plug it in, or ask staff to choose another.</source>
        <translation>O microfone escolhido não está conectado. Conecte-o ou peça à equipe para escolher outro.</translation>
    </message>
    <message>
        <source>This device has no microphone. Please connect one, or call staff.</source>
        <translation>Este aparelho não tem microfone. Por favor, conecte um ou chame a equipe.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened. Another program may hold it, or access is not allowed.</source>
        <translation>Não foi possível ligar o microfone. Talvez outro programa use o microfone, ou falte permissão.</translation>
    </message>
    <message>
        <source>The microphones of this device cannot be listed. Please call staff.</source>
        <translation>Não foi possível encontrar os microfones deste aparelho. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>Recording has stopped working. Please call staff.</source>
        <translation>A gravação parou de funcionar. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>The loudspeaker of this device cannot be used. Please call staff.</source>
        <translation>O alto-falante deste aparelho não funciona. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>This page cannot be read aloud just now.</source>
        <translation>Não é possível ler esta página em voz alta agora.</translation>
    </message>
    <message>
        <source>The sound could not be prepared. Nothing is lost. Please try again, or call staff.</source>
        <translation>Não foi possível preparar o som. Nada se perdeu. Tente de novo ou chame a equipe.</translation>
    </message>
    <message>
        <source>This file is empty. Please choose another one.</source>
        <translation>Este arquivo está vazio. Por favor, escolha outro.</translation>
    </message>
    <message>
        <source>This file is too large for a photo. Please choose another one.</source>
        <translation>Este arquivo é grande demais para uma foto. Por favor, escolha outro.</translation>
    </message>
    <message>
        <source>This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.</source>
        <translation>Esta não é uma foto que podemos usar. Fotos terminam em JPG, PNG, WebP ou HEIC.</translation>
    </message>
    <message>
        <source>This picture is larger than we can take. Please choose a smaller one.</source>
        <translation>Esta foto é grande demais. Por favor, escolha uma menor.</translation>
    </message>
    <message>
        <source>This photo is damaged and cannot be opened. Please choose another one.</source>
        <translation>Esta foto está com defeito e não abre. Por favor, escolha outra.</translation>
    </message>
    <message>
        <source>This photo took too long to open. Please choose another one.</source>
        <translation>Esta foto demorou demais para abrir. Por favor, escolha outra.</translation>
    </message>
    <message>
        <source>Photos cannot be opened on this device just now. Please call staff.</source>
        <translation>Este aparelho não consegue abrir fotos agora. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>This file cannot be read. Is the stick or phone still connected?</source>
        <translation>Não foi possível ler este arquivo. O pendrive ou o celular ainda está conectado?</translation>
    </message>
    <message>
        <source>Too many codes were typed here. Please try again in an hour.</source>
        <translation>Muitos códigos foram digitados aqui. Por favor, tente de novo daqui a uma hora.</translation>
    </message>
    <message>
        <source>Your story will not be sent, but this device could not erase it yet. Please call staff.</source>
        <translation>Sua história não será enviada. Mas este aparelho ainda não conseguiu apagar a história. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Please call staff.</source>
        <translation>Este aparelho ainda não está conectado a um acervo. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>Connecting to the archive did not work. Please try again.</source>
        <translation>Não foi possível conectar ao acervo. Por favor, tente de novo.</translation>
    </message>
    <message>
        <source>This is not an enrolment code. It begins with IDR1-.</source>
        <translation>Este não é um código de conexão. O código começa com IDR1-.</translation>
    </message>
    <message>
        <source>This enrolment code has a mistake in it. Copy it again from the archive.</source>
        <translation>Há um erro neste código de conexão. Copie o código de novo do acervo.</translation>
    </message>
    <message>
        <source>This enrolment code was used before. Ask the archive for a new one.</source>
        <translation>Este código de conexão já foi usado. Peça um novo ao acervo.</translation>
    </message>
    <message>
        <source>This enrolment code has lapsed. Ask the archive for a new one.</source>
        <translation>Este código de conexão não vale mais. Peça um novo ao acervo.</translation>
    </message>
    <message>
        <source>Stories for the archive that this device belonged to still wait here. Send them first.</source>
        <translation>Ainda há histórias aqui para o acervo anterior deste aparelho. Envie essas histórias primeiro.</translation>
    </message>
    <message>
        <source>This device&apos;s disk does not work as it must. Please call staff.</source>
        <translation>O disco deste aparelho não funciona como deve. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>The settings of this device cannot be written.</source>
        <translation>Não foi possível guardar as configurações deste aparelho.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Chosen</source>
        <translation>Escolhido</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Não escolhido</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>There is no room for more stories. Send what waits, or free some space.</source>
        <translation>Não há espaço para mais histórias. Envie as que esperam ou libere espaço.</translation>
    </message>
    <message>
        <source>There is room for about {hours} more hours of sound.</source>
        <translation>Horas de som que ainda cabem: cerca de {hours}.</translation>
    </message>
    <message>
        <source>There is room for about {hours} hours of sound.</source>
        <translation>Horas de som que cabem: cerca de {hours}.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, or check the system&apos;s settings.</source>
        <translation>Nenhum microfone foi encontrado. Conecte um ou veja as configurações do sistema.</translation>
    </message>
    <message>
        <source>The chosen microphone is not plugged in. Plug it in, or choose another one.</source>
        <translation>O microfone escolhido não está conectado. Conecte-o ou escolha outro.</translation>
    </message>
    <message>
        <source>The microphone is turned off in the system&apos;s settings. Turn it on there.</source>
        <translation>O microfone está desligado nas configurações do sistema. Ligue-o lá.</translation>
    </message>
    <message>
        <source>A microphone is ready.</source>
        <translation>O microfone está pronto.</translation>
    </message>
    <message>
        <source>No loudspeaker was found. Nobody can listen to a page or an answer.</source>
        <translation>Nenhum alto-falante foi encontrado. Ninguém pode ouvir uma página ou uma resposta.</translation>
    </message>
    <message>
        <source>A loudspeaker is ready.</source>
        <translation>O alto-falante está pronto.</translation>
    </message>
    <message>
        <source>The date of this device is wrong. Set it in the system&apos;s settings.</source>
        <translation>A data deste aparelho está errada. Acerte a data nas configurações do sistema.</translation>
    </message>
    <message>
        <source>The date looks right.</source>
        <translation>A data parece certa.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be used. A story cut short by a crash is lost then.</source>
        <translation>O cofre de chaves do sistema não funciona. Uma história interrompida por uma falha se perde então.</translation>
    </message>
    <message>
        <source>The system&apos;s key store works.</source>
        <translation>O cofre de chaves do sistema funciona.</translation>
    </message>
    <message>
        <source>No staff passphrase was chosen. A story cut short by a crash is lost then.</source>
        <translation>Nenhuma frase secreta da equipe foi escolhida. Uma história interrompida por uma falha se perde então.</translation>
    </message>
    <message>
        <source>The staff passphrase is not typed yet. Until then a crash loses an unfinished story.</source>
        <translation>A frase secreta da equipe ainda não foi digitada. Até lá, uma falha perde uma história inacabada.</translation>
    </message>
    <message>
        <source>The staff passphrase was typed. Unfinished stories survive a crash.</source>
        <translation>A frase secreta da equipe foi digitada. Histórias inacabadas não se perdem com uma falha.</translation>
    </message>
    <message>
        <source>Please check that the system protects its disk with a password.</source>
        <translation>Por favor, verifique se o sistema protege o disco com uma senha.</translation>
    </message>
    <message>
        <source>The system&apos;s disk is not protected. Whoever takes this device could find traces.</source>
        <translation>O disco do sistema não está protegido. Quem levar este aparelho pode encontrar rastros.</translation>
    </message>
    <message>
        <source>The system protects its disk.</source>
        <translation>O sistema protege o disco.</translation>
    </message>
    <message>
        <source>The system may write its memory to the disk. Turn off its swap space.</source>
        <translation>O sistema pode escrever sua memória no disco. Desligue seu espaço de troca (swap).</translation>
    </message>
    <message>
        <source>The system may save its memory when it sleeps. Turn off hibernation.</source>
        <translation>O sistema pode guardar sua memória quando está em repouso. Desligue a hibernação.</translation>
    </message>
    <message>
        <source>This device may fall asleep while somebody speaks. Switch off its sleep in the system&apos;s settings.</source>
        <translation>Este aparelho pode entrar em repouso enquanto alguém fala. Desligue o repouso nas configurações do sistema.</translation>
    </message>
    <message>
        <source>This device stays awake while somebody speaks.</source>
        <translation>Este aparelho não entra em repouso enquanto alguém fala.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet. Enter an enrolment code.</source>
        <translation>Este aparelho ainda não está conectado a um acervo. Digite um código de conexão.</translation>
    </message>
    <message>
        <source>This device knows its archive.</source>
        <translation>Este aparelho conhece seu acervo.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running. Close this program and start it again.</source>
        <translation>A parte que envia histórias não está funcionando. Feche este programa e abra de novo.</translation>
    </message>
    <message>
        <source>The part that sends stories is running.</source>
        <translation>A parte que envia histórias está funcionando.</translation>
    </message>
    <message>
        <source>Recordings of the voice that cannot be used: {count}.</source>
        <translation>Gravações da voz que não podem ser usadas: {count}.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Your language</source>
        <translation>Seu idioma</translation>
    </message>
    <message>
        <source>A safe way to reach you</source>
        <translation>Um jeito seguro de falar com você</translation>
    </message>
    <message>
        <source>Anything else</source>
        <translation>Mais alguma coisa</translation>
    </message>
</context>
<context>
    <name>HowTo</name>
    <message>
        <source>How this works</source>
        <translation>Como funciona</translation>
    </message>
    <message>
        <source>You answer one question at a time. You can go back at any time.</source>
        <translation>Você responde a uma pergunta de cada vez. Você pode voltar a qualquer momento.</translation>
    </message>
    <message>
        <source>Listen reads the page aloud. Text size makes the words bigger.</source>
        <translation>“Ouvir” lê a página em voz alta. “Letras” aumenta as palavras.</translation>
    </message>
    <message>
        <source>With the red button you start and stop recording.</source>
        <translation>Com o botão vermelho, você começa e para de gravar.</translation>
    </message>
    <message>
        <source>Nothing leaves this device until you press Send my story.</source>
        <translation>Nada sai deste aparelho até você apertar “Enviar minha história”.</translation>
    </message>
    <message>
        <source>Stop and leave deletes everything you have said here.</source>
        <translation>“Sair” apaga tudo o que você disse aqui.</translation>
    </message>
    <message>
        <source>If you are not sure, ask the people who invited you.</source>
        <translation>Se tiver dúvida, pergunte às pessoas que convidaram você.</translation>
    </message>
</context>
<context>
    <name>Idle</name>
    <message>
        <source>I am here</source>
        <translation>Estou aqui</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Choose your language</source>
        <translation>Escolha seu idioma</translation>
    </message>
</context>
<context>
    <name>Leave</name>
    <message>
        <source>Delete and leave</source>
        <translation>Apagar e sair</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
</context>
<context>
    <name>Microphone</name>
    <message>
        <source>Record 3 seconds</source>
        <translation>Gravar 3 segundos</translation>
    </message>
    <message>
        <source>I can hear myself</source>
        <translation>Consigo me ouvir</translation>
    </message>
    <message>
        <source>Microphone level</source>
        <translation>Nível do microfone</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>Um momento, o microfone está sendo ligado.</translation>
    </message>
    <message>
        <source>No microphone now. You can go on and try again at the first question.</source>
        <translation>Não há microfone agora. Você pode avançar e tentar de novo na primeira pergunta.</translation>
    </message>
    <message>
        <source>The microphone is switched off or blocked. Please call staff.</source>
        <translation>O microfone está desligado ou bloqueado. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>The microphone is turned off in this device&apos;s settings. Please call staff.</source>
        <translation>O microfone está desligado nas configurações deste aparelho. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>We hear a steady noise and no voice yet. Say a few words, or call staff.</source>
        <translation>Ouvimos um ruído constante e ainda nenhuma voz. Diga algumas palavras ou chame a equipe.</translation>
    </message>
    <message>
        <source>We hear nothing yet. Please say a few words.</source>
        <translation>Ainda não ouvimos nada. Por favor, diga algumas palavras.</translation>
    </message>
    <message>
        <source>That is very quiet. Please come closer or speak up.</source>
        <translation>O som está muito baixo. Por favor, chegue mais perto ou fale mais alto.</translation>
    </message>
    <message>
        <source>That is too loud. Please move back a little.</source>
        <translation>O som está alto demais. Por favor, afaste-se um pouco.</translation>
    </message>
    <message>
        <source>We hear you well.</source>
        <translation>Ouvimos você bem.</translation>
    </message>
    <message>
        <source>They can choose another microphone.</source>
        <translation>A equipe pode escolher outro microfone.</translation>
    </message>
</context>
<context>
    <name>Name</name>
    <message>
        <source>Your name</source>
        <translation>Seu nome</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>O outro nome</translation>
    </message>
</context>
<context>
    <name>NameCheck</name>
    <message>
        <source>You marked a name in this answer. Listen, then choose what to do.</source>
        <translation>Você marcou um nome nesta resposta. Ouça e depois escolha o que fazer.</translation>
    </message>
    <message>
        <source>It begins</source>
        <translation>Começa</translation>
    </message>
    <message>
        <source>It ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Undo the cut</source>
        <translation>Desfazer o corte</translation>
    </message>
    <message>
        <source>The part is cut out. Listen again to be sure.</source>
        <translation>A parte foi cortada. Ouça de novo para ter certeza.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Cut a name out</source>
        <translation>Cortar um nome</translation>
    </message>
    <message>
        <source>Name {number} of {all}: from {start} to {end}.</source>
        <translation>Nome {number} de {all}: de {start} a {end}.</translation>
    </message>
    <message>
        <source>Listen. When you hear a name, press the flag.</source>
        <translation>Ouça. Quando ouvir um nome, aperte a bandeira.</translation>
    </message>
    <message>
        <source>No name here</source>
        <translation>Não há nome</translation>
    </message>
    <message>
        <source>Next name</source>
        <translation>Próximo nome</translation>
    </message>
    <message>
        <source>Begins earlier</source>
        <translation>Começa antes</translation>
    </message>
    <message>
        <source>Begins later</source>
        <translation>Começa depois</translation>
    </message>
    <message>
        <source>Ends earlier</source>
        <translation>Termina antes</translation>
    </message>
    <message>
        <source>Ends later</source>
        <translation>Termina depois</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Something is not right. Tell the archive&apos;s people: {reason}</source>
        <translation>Algo não está certo. Avise as pessoas do acervo: {reason}</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>guardada aqui</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>esperando</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>the archive has it</source>
        <translation>está no acervo</translation>
    </message>
    <message>
        <source>Set aside: {count}. {reason}</source>
        <translation>Separadas: {count}. {reason}</translation>
    </message>
    <message>
        <source>Nothing has to be done. It goes on by itself.</source>
        <translation>Não é preciso fazer nada. Continua sem ajuda.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n hour(s).</source>
        <translation>
            <numerusform>Vai tentar de novo em cerca de %n hora.</numerusform>
            <numerusform>Vai tentar de novo em cerca de %n horas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n day(s) left</source>
        <translation>
            <numerusform>falta cerca de %n dia</numerusform>
            <numerusform>faltam cerca de %n dias</numerusform>
        </translation>
    </message>
    <message>
        <source>{stick} ({amount} free)</source>
        <translation>{stick} ({amount} livres)</translation>
    </message>
    <message>
        <source>Requests to take stories back are copied. You can pull the stick out now.</source>
        <translation>Os pedidos de retirar histórias foram copiados. Já pode tirar o pendrive.</translation>
    </message>
    <message>
        <source>A saved story could not be copied. The disk may be broken.</source>
        <translation>Uma história guardada não pôde ser copiada. O disco pode estar com defeito.</translation>
    </message>
    <message>
        <source>What was copied also stays here until the archive has signed for it.</source>
        <translation>O que foi copiado também fica aqui até o acervo assinar o recibo.</translation>
    </message>
    <message>
        <source>It tries again by itself in less than a minute.</source>
        <translation>Vai tentar de novo em menos de um minuto.</translation>
    </message>
    <message numerus="yes">
        <source>It tries again by itself in about %n minute(s).</source>
        <translation>
            <numerusform>Vai tentar de novo em cerca de %n minuto.</numerusform>
            <numerusform>Vai tentar de novo em cerca de %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>falta menos de um minuto</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>falta cerca de %n minuto</numerusform>
            <numerusform>faltam cerca de %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>falta cerca de %n hora</numerusform>
            <numerusform>faltam cerca de %n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>separada</translation>
    </message>
    <message>
        <source>{sent} of {size}</source>
        <translation>{sent} de {size}</translation>
    </message>
    <message>
        <source>copied to a stick on {day}</source>
        <translation>copiada para um pendrive em {day}</translation>
    </message>
    <message>
        <source>Still to be sent: {amount}.</source>
        <translation>Ainda falta enviar: {amount}.</translation>
    </message>
    <message numerus="yes">
        <source>%n story(s) copied. You can pull the stick out now.</source>
        <translation>
            <numerusform>%n história copiada. Já pode tirar o pendrive.</numerusform>
            <numerusform>%n histórias copiadas. Já pode tirar o pendrive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are not genuine. Nothing was erased for them.</source>
        <translation>
            <numerusform>%n recibo não é verdadeiro. Nada foi apagado por ele.</numerusform>
            <numerusform>%n recibos não são verdadeiros. Nada foi apagado por eles.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can pull the stick out now.</source>
        <translation>Já pode tirar o pendrive.</translation>
    </message>
    <message>
        <source>What this device knows of its archive is damaged.</source>
        <translation>O que este aparelho sabe do seu acervo está danificado.</translation>
    </message>
    <message>
        <source>Ask the archive&apos;s people for a new code, and connect again.</source>
        <translation>Peça um novo código às pessoas do acervo e conecte de novo.</translation>
    </message>
    <message>
        <source>This device is not connected to an archive yet.</source>
        <translation>Este aparelho ainda não está conectado a um acervo.</translation>
    </message>
    <message>
        <source>Enter an enrolment code first. Until then stories are kept here.</source>
        <translation>Digite primeiro um código de conexão. Até lá, as histórias ficam guardadas aqui.</translation>
    </message>
    <message>
        <source>The part that sends stories is not running.</source>
        <translation>A parte que envia histórias não está funcionando.</translation>
    </message>
    <message>
        <source>Close this program and start it again.</source>
        <translation>Feche este programa e abra de novo.</translation>
    </message>
    <message>
        <source>Story {number}: {state}</source>
        <translation>História {number}: {state}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of one line</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) to take a story back still wait.</source>
        <translation>
            <numerusform>Ainda espera %n pedido de retirar uma história.</numerusform>
            <numerusform>Ainda esperam %n pedidos de retirar uma história.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The archive has signed for %n more part(s) of stories.</source>
        <translation>
            <numerusform>O acervo assinou o recibo de mais %n parte de histórias.</numerusform>
            <numerusform>O acervo assinou o recibo de mais %n partes de histórias.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) are for another device, and were left alone.</source>
        <translation>
            <numerusform>%n recibo é de outro aparelho e foi deixado como estava.</numerusform>
            <numerusform>%n recibos são de outro aparelho e foram deixados como estavam.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people.</source>
        <translation>Avise as pessoas do acervo.</translation>
    </message>
    <message>
        <source>The archive has not been asked yet.</source>
        <translation>O acervo ainda não foi consultado.</translation>
    </message>
    <message>
        <source>The archive answers.</source>
        <translation>O acervo responde.</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>Não é possível falar com o acervo.</translation>
    </message>
    <message>
        <source>Check the internet of this device. A stick works without it.</source>
        <translation>Verifique a internet deste aparelho. Um pendrive funciona sem internet.</translation>
    </message>
    <message>
        <source>This network asks you to log in first.</source>
        <translation>Esta rede pede para entrar com uma conta primeiro.</translation>
    </message>
    <message>
        <source>Open a web page, log in there, then press Send now.</source>
        <translation>Abra uma página da internet e entre. Depois toque em “Enviar agora”.</translation>
    </message>
    <message>
        <source>Somebody on this network reads along. So nothing is sent here.</source>
        <translation>Alguém lê o que passa por esta rede. Por isso nada é enviado aqui.</translation>
    </message>
    <message>
        <source>Use another network, such as that of a phone.</source>
        <translation>Use outra rede, por exemplo a de um celular.</translation>
    </message>
    <message>
        <source>The date of this device is wrong.</source>
        <translation>A data deste aparelho está errada.</translation>
    </message>
    <message>
        <source>Set it in the system&apos;s settings, then press Send now.</source>
        <translation>Acerte a data nas configurações do sistema. Depois toque em “Enviar agora”.</translation>
    </message>
    <message>
        <source>The archive does not recognise this device any more.</source>
        <translation>O acervo não reconhece mais este aparelho.</translation>
    </message>
    <message>
        <source>Ask its people for a new code, and connect again.</source>
        <translation>Peça um novo código às pessoas de lá e conecte de novo.</translation>
    </message>
    <message>
        <source>The archive has ended the connection with this device.</source>
        <translation>O acervo encerrou a conexão com este aparelho.</translation>
    </message>
    <message>
        <source>Ask its people why. A new code connects it again.</source>
        <translation>Pergunte às pessoas de lá por quê. Um novo código conecta de novo.</translation>
    </message>
    <message>
        <source>The archive has no room at the moment.</source>
        <translation>O acervo está sem espaço no momento.</translation>
    </message>
    <message>
        <source>Tell its people. The stories stay safe here, and go later.</source>
        <translation>Avise as pessoas de lá. As histórias ficam seguras aqui e vão mais tarde.</translation>
    </message>
    <message>
        <source>The archive has too much to do at the moment.</source>
        <translation>O acervo está ocupado demais no momento.</translation>
    </message>
    <message>
        <source>The archive takes no more from this device for now.</source>
        <translation>Por enquanto o acervo não recebe mais nada deste aparelho.</translation>
    </message>
    <message>
        <source>It goes on by itself later. The archive&apos;s people can allow more.</source>
        <translation>Depois continua sem ajuda. As pessoas do acervo podem permitir mais.</translation>
    </message>
    <message>
        <source>Use a free network, or press Send now to send it anyway.</source>
        <translation>Use uma rede grátis, ou toque em “Enviar agora” para enviar assim mesmo.</translation>
    </message>
    <message>
        <source>The archive gives answers that this program does not understand.</source>
        <translation>O acervo dá respostas que este programa não entende.</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s people. This program may be too old.</source>
        <translation>Avise as pessoas do acervo. Este programa pode ser antigo demais.</translation>
    </message>
    <message>
        <source>The address of the archive cannot be used.</source>
        <translation>O endereço do acervo não pode ser usado.</translation>
    </message>
    <message>
        <source>the archive can listen to it already</source>
        <translation>o acervo já pode ouvir</translation>
    </message>
    <message>
        <source>Nothing can be written to this stick. Is its lock on?</source>
        <translation>Não dá para gravar neste pendrive. A trava dele está ligada?</translation>
    </message>
    <message>
        <source>This stick cannot be read. Use another one.</source>
        <translation>Não dá para ler este pendrive. Use outro.</translation>
    </message>
    <message>
        <source>A story is too large for the way this stick is set up. Use a stick that was set up as exFAT.</source>
        <translation>Uma história é grande demais para o formato deste pendrive. Use um pendrive com formato exFAT.</translation>
    </message>
    <message>
        <source>Something on this stick is not a plain file. Use another stick.</source>
        <translation>Algo neste pendrive não é um arquivo comum. Use outro pendrive.</translation>
    </message>
    <message>
        <source>There is no receipt on this stick. The archive has to read it first.</source>
        <translation>Não há recibo neste pendrive. O acervo precisa ler o pendrive primeiro.</translation>
    </message>
    <message>
        <source>A stick is being read or written already. Wait until that is done.</source>
        <translation>Um pendrive já está em uso. Espere terminar.</translation>
    </message>
    <message>
        <source>There is nothing to copy. The archive has every story.</source>
        <translation>Não há nada para copiar. O acervo tem todas as histórias.</translation>
    </message>
    <message>
        <source>Copying was stopped. What is on the stick is not complete.</source>
        <translation>A cópia foi interrompida. O pendrive não tem tudo.</translation>
    </message>
    <message>
        <source>The stick could not be read or written. Please try again.</source>
        <translation>Não foi possível ler nem gravar o pendrive. Tente de novo.</translation>
    </message>
    <message>
        <source>Nothing is new: these receipts were read before.</source>
        <translation>Nada de novo: estes recibos já foram lidos.</translation>
    </message>
    <message>
        <source>There is no receipt for this device on the stick.</source>
        <translation>Não há recibo para este aparelho no pendrive.</translation>
    </message>
    <message>
        <source>A saved story is missing from this device. Tell the archive&apos;s people.</source>
        <translation>Uma história guardada sumiu deste aparelho. Avise as pessoas do acervo.</translation>
    </message>
    <message>
        <source>A saved story cannot be read. The disk may be broken.</source>
        <translation>Não foi possível ler uma história guardada. O disco pode estar com defeito.</translation>
    </message>
    <message>
        <source>To save money, the rest waits.</source>
        <translation>Para não gastar dinheiro, o resto espera.</translation>
    </message>
    <message>
        <source>The stick is full. Copy the rest to another one.</source>
        <translation>O pendrive está cheio. Copie o resto para outro.</translation>
    </message>
    <message>
        <source>The stick is gone. Plug it in and start again: it goes on where it stopped.</source>
        <translation>O pendrive não está mais lá. Conecte e comece de novo: continua de onde parou.</translation>
    </message>
    <message>
        <source>The archive does not take a story. Copy it to a stick and tell its people.</source>
        <translation>O acervo não aceita uma história. Copie para um pendrive e avise as pessoas de lá.</translation>
    </message>
    <message>
        <source>The archive&apos;s receipt is not genuine, so nothing is erased. Tell its people.</source>
        <translation>O recibo do acervo não é verdadeiro, então nada é apagado. Avise as pessoas de lá.</translation>
    </message>
    <message>
        <source>A story arrives damaged each time. Copy it to a stick.</source>
        <translation>Uma história chega danificada todas as vezes. Copie para um pendrive.</translation>
    </message>
    <message>
        <source>A saved story is not as it was. The disk may be broken.</source>
        <translation>Uma história guardada não está como antes. O disco pode estar com defeito.</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Words for this photo</source>
        <translation>Palavras para esta foto</translation>
    </message>
    <message>
        <source>Leave out names that nobody should know.</source>
        <translation>Deixe de fora nomes que ninguém deve saber.</translation>
    </message>
    <message>
        <source>Earlier photos</source>
        <translation>Fotos anteriores</translation>
    </message>
    <message>
        <source>More photos</source>
        <translation>Mais fotos</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Procurando fotos…</translation>
    </message>
    <message>
        <source>Not a photo</source>
        <translation>Não é uma foto</translation>
    </message>
    <message>
        <source>Please plug in a stick or a phone, then touch Add a photo again.</source>
        <translation>Conecte um pendrive ou um celular. Depois toque de novo em “Adicionar foto”.</translation>
    </message>
    <message>
        <source>Touch a photo to add it.</source>
        <translation>Toque em uma foto para adicionar.</translation>
    </message>
    <message>
        <source>There are no photos here.</source>
        <translation>Não há fotos aqui.</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Um momento</translation>
    </message>
    <message>
        <source>Prepared photos</source>
        <translation>Fotos preparadas</translation>
    </message>
    <message>
        <source>Add photo {number}</source>
        <translation>Adicionar foto {number}</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Adicionar foto</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Girar</translation>
    </message>
    <message>
        <source>Cover something</source>
        <translation>Cobrir algo</translation>
    </message>
    <message>
        <source>Add words</source>
        <translation>Adicionar palavras</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Cover for good</source>
        <translation>Cobrir para sempre</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter</source>
        <translation>Foto para cobrir: mova com as setas, mude o tamanho com Shift e setas, cubra com Enter</translation>
    </message>
    <message>
        <source>What should nobody see?</source>
        <translation>O que ninguém deve ver?</translation>
    </message>
    <message>
        <source>Draw over faces and signs. What you cover is gone for good.</source>
        <translation>Desenhe sobre rostos e placas. O que você cobre some para sempre.</translation>
    </message>
    <message>
        <source>Choose your photos</source>
        <translation>Escolha suas fotos</translation>
    </message>
    <message>
        <source>{count} of {most} photos</source>
        <translation>{count} de {most} fotos</translation>
    </message>
    <message>
        <source>Photo {number}</source>
        <translation>Foto {number}</translation>
    </message>
    <message>
        <source>What does this photo show?</source>
        <translation>O que esta foto mostra?</translation>
    </message>
    <message>
        <source>You can leave this empty. The words are seen wherever the photo is seen.</source>
        <translation>Você pode deixar vazio. As palavras aparecem em todo lugar onde a foto aparece.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>I said a name</source>
        <translation>Eu disse um nome</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Gravar de novo</translation>
    </message>
    <message>
        <source>Skip this question</source>
        <translation>Pular esta pergunta</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message numerus="yes">
        <source>An answer can be %n minutes long. All you said is saved.</source>
        <translation>
            <numerusform>Uma resposta pode durar %n minuto. Tudo o que você disse está guardado.</numerusform>
            <numerusform>Uma resposta pode durar %n minutos. Tudo o que você disse está guardado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Ficar com esta</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Ficar com a antiga</translation>
    </message>
    <message>
        <source>Nothing was recorded. Please try again.</source>
        <translation>Nada foi gravado. Por favor, tente de novo.</translation>
    </message>
    <message>
        <source>Do not record yet</source>
        <translation>Não gravar ainda</translation>
    </message>
    <message>
        <source>Get ready. Press again to stop the countdown.</source>
        <translation>Prepare-se. Aperte de novo para parar a contagem.</translation>
    </message>
    <message>
        <source>The microphone gave no sound at all. Please call staff, then record again.</source>
        <translation>O microfone não captou nenhum som. Por favor, chame a equipe e depois grave de novo.</translation>
    </message>
    <message>
        <source>The microphone was turned off for a while. Please call staff, then record again.</source>
        <translation>O microfone ficou desligado por um tempo. Por favor, chame a equipe e depois grave de novo.</translation>
    </message>
    <message>
        <source>We heard only a steady noise and no voice. Please call staff.</source>
        <translation>Ouvimos só um ruído constante e nenhuma voz. Por favor, chame a equipe.</translation>
    </message>
    <message>
        <source>We heard almost nothing. Please come closer and record again.</source>
        <translation>Não ouvimos quase nada. Por favor, chegue mais perto e grave de novo.</translation>
    </message>
    <message>
        <source>This is very short. You can record again if you want to say more.</source>
        <translation>Isto é muito curto. Você pode gravar de novo se quiser dizer mais.</translation>
    </message>
    <message>
        <source>Your voice is very quiet. You can come closer and record again.</source>
        <translation>Sua voz está muito baixa. Você pode chegar mais perto e gravar de novo.</translation>
    </message>
    <message>
        <source>Some parts are too loud and may crackle. You can move back and record again.</source>
        <translation>Algumas partes estão altas demais e podem chiar. Você pode se afastar e gravar de novo.</translation>
    </message>
    <message>
        <source>What you said so far is saved. Recording is interrupted.</source>
        <translation>O que você disse até agora está guardado. A gravação foi interrompida.</translation>
    </message>
    <message>
        <source>Picture of your voice</source>
        <translation>Imagem da sua voz</translation>
    </message>
    <message numerus="yes">
        <source>Marked. Names marked so far: %n</source>
        <translation>
            <numerusform>Marcado. Nomes marcados até agora: %n</numerusform>
            <numerusform>Marcado. Nomes marcados até agora: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>A small part of the sound is missing. Please listen to it.</source>
        <translation>Falta uma pequena parte do som. Por favor, ouça.</translation>
    </message>
    <message>
        <source>No microphone. Press the red button to try again.</source>
        <translation>Não há microfone. Aperte o botão vermelho para tentar de novo.</translation>
    </message>
    <message>
        <source>Go on recording</source>
        <translation>Continuar gravando</translation>
    </message>
    <message>
        <source>That was all</source>
        <translation>Isso é tudo</translation>
    </message>
    <message>
        <source>One moment, the microphone is being opened.</source>
        <translation>Um momento, o microfone está sendo ligado.</translation>
    </message>
    <message>
        <source>Press the red button and speak.</source>
        <translation>Aperte o botão vermelho e fale.</translation>
    </message>
    <message>
        <source>Recording. It is saved as you speak.</source>
        <translation>Gravando. Tudo é guardado enquanto você fala.</translation>
    </message>
    <message>
        <source>Paused. Nothing is recorded now.</source>
        <translation>Em pausa. Nada é gravado agora.</translation>
    </message>
    <message>
        <source>One moment, it is being saved.</source>
        <translation>Um momento, está sendo guardado.</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Parar de gravar</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Começar a gravar</translation>
    </message>
    <message>
        <source>Your answer is saved on this device.</source>
        <translation>Sua resposta está guardada neste aparelho.</translation>
    </message>
    <message>
        <source>Listen to it. Then keep it, or record again.</source>
        <translation>Ouça a gravação. Depois fique com ela ou grave de novo.</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Avançar</translation>
    </message>
</context>
<context>
    <name>Scrolled</name>
    <message>
        <source>Further up</source>
        <translation>Mais para cima</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Mais para baixo</translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message>
        <source>Your story is on its way to the archive.</source>
        <translation>Sua história está a caminho do acervo.</translation>
    </message>
    <message>
        <source>Your code</source>
        <translation>Seu código</translation>
    </message>
    <message>
        <source>The same code as a picture for a phone</source>
        <translation>O mesmo código como imagem para um celular</translation>
    </message>
    <message>
        <source>your code</source>
        <translation>seu código</translation>
    </message>
    <message>
        <source>Stay longer</source>
        <translation>Ficar mais tempo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message numerus="yes">
        <source>This page closes by itself in %n second(s).</source>
        <translation>
            <numerusform>Esta página fecha sozinha em %n segundo.</numerusform>
            <numerusform>Esta página fecha sozinha em %n segundos.</numerusform>
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
        <translation>Este aparelho está quase cheio. Por favor, chame a equipe.</translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes left for this answer</source>
        <translation>
            <numerusform>Resta cerca de %n minuto para esta resposta</numerusform>
            <numerusform>Restam cerca de %n minutos para esta resposta</numerusform>
        </translation>
    </message>
    <message>
        <source>Plenty of space left on this device</source>
        <translation>Há muito espaço neste aparelho</translation>
    </message>
    <message numerus="yes">
        <source>About %n hours of space left on this device</source>
        <translation>
            <numerusform>Espaço para cerca de %n hora neste aparelho</numerusform>
            <numerusform>Espaço para cerca de %n horas neste aparelho</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minutes of space left on this device</source>
        <translation>
            <numerusform>Espaço para cerca de %n minuto neste aparelho</numerusform>
            <numerusform>Espaço para cerca de %n minutos neste aparelho</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left for this answer</source>
        <translation>Resta menos de um minuto para esta resposta</translation>
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
        <translation>Cada história passa por estas etapas: {steps}.</translation>
    </message>
    <message>
        <source>Not in the archive yet: {waiting}. In the archive: {arrived}.</source>
        <translation>Ainda fora do acervo: {waiting}. No acervo: {arrived}.</translation>
    </message>
    <message>
        <source>Stories on their way</source>
        <translation>Histórias a caminho</translation>
    </message>
    <message>
        <source>There is no finished story on this device.</source>
        <translation>Não há história terminada neste aparelho.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar agora</translation>
    </message>
    <message>
        <source>Copy to a stick</source>
        <translation>Copiar para um pendrive</translation>
    </message>
    <message>
        <source>Read receipts</source>
        <translation>Ler os recibos</translation>
    </message>
    <message>
        <source>Finished stories</source>
        <translation>Histórias terminadas</translation>
    </message>
    <message>
        <source>Trying to send now. This page shows how far it got.</source>
        <translation>Tentando enviar agora. Esta página mostra até onde chegou.</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>Tudo pronto?</translation>
    </message>
    <message>
        <source>Stories</source>
        <translation>Histórias</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Inacabadas</translation>
    </message>
    <message>
        <source>Record the voice</source>
        <translation>Gravar a voz</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>Mudar senha</translation>
    </message>
    <message>
        <source>End program</source>
        <translation>Fechar programa</translation>
    </message>
    <message>
        <source>Back to start</source>
        <translation>Voltar ao início</translation>
    </message>
    <message>
        <source>For staff</source>
        <comment>the whole part of the program behind the PIN</comment>
        <translation>Para a equipe</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Apagar o último número</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Confirmar</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n número digitado</numerusform>
            <numerusform>%n números digitados</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>It has {least} to {most} digits. Keep it in a good place.</source>
        <translation>Ela tem de {least} a {most} números. Guarde-a em um bom lugar.</translation>
    </message>
    <message>
        <source>Enter it once more</source>
        <translation>Digite mais uma vez</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong tries. Please wait %n second(s).</source>
        <translation>
            <numerusform>Muitas tentativas erradas. Por favor, espere %n segundo.</numerusform>
            <numerusform>Muitas tentativas erradas. Por favor, espere %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the staff PIN</source>
        <translation>Digite a senha da equipe</translation>
    </message>
    <message>
        <source>Choose a staff PIN</source>
        <translation>Escolha uma senha da equipe</translation>
    </message>
    <message numerus="yes">
        <source>This PIN is not right. You have %n more chance(s).</source>
        <translation>
            <numerusform>Esta senha não está certa. Você tem mais %n chance.</numerusform>
            <numerusform>Esta senha não está certa. Você tem mais %n chances.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>As duas não são iguais. Por favor, escolha de novo.</translation>
    </message>
    <message>
        <source>Paste the enrolment code here</source>
        <translation>Cole aqui o código de conexão</translation>
    </message>
    <message>
        <source>Type the staff passphrase here</source>
        <translation>Digite aqui a frase secreta da equipe</translation>
    </message>
    <message>
        <source>The one the system chooses</source>
        <translation>O que o sistema escolher</translation>
    </message>
    <message>
        <source>Is everything ready?</source>
        <translation>Está tudo pronto?</translation>
    </message>
    <message>
        <source>The archive</source>
        <translation>O acervo</translation>
    </message>
    <message>
        <source>Read this aloud and compare it with the archive&apos;s own</source>
        <translation>Leia isto em voz alta e compare com o do acervo</translation>
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
        <translation>Microfone</translation>
    </message>
    <message>
        <source>Asking the archive…</source>
        <translation>Perguntando ao acervo…</translation>
    </message>
    <message>
        <source>This device is connected. Compare the digits below with the archive&apos;s.</source>
        <translation>Este aparelho está conectado. Compare os números abaixo com os do acervo.</translation>
    </message>
    <message>
        <source>This device does not belong to an archive yet.</source>
        <translation>Este aparelho ainda não faz parte de um acervo.</translation>
    </message>
    <message>
        <source>Stop copying</source>
        <translation>Parar a cópia</translation>
    </message>
    <message>
        <source>Choose a stick again</source>
        <translation>Escolher um pendrive de novo</translation>
    </message>
    <message>
        <source>Back to the stories</source>
        <translation>Voltar às histórias</translation>
    </message>
    <message>
        <source>How much is copied</source>
        <translation>Quanto já foi copiado</translation>
    </message>
    <message>
        <source>Every story is still safe on this device.</source>
        <translation>Todas as histórias continuam seguras neste aparelho.</translation>
    </message>
    <message>
        <source>Choose the stick for the stories.</source>
        <translation>Escolha o pendrive para as histórias.</translation>
    </message>
    <message>
        <source>Only the archive can open what is copied to it.</source>
        <translation>Só o acervo pode abrir o que é copiado nele.</translation>
    </message>
    <message>
        <source>Choose the stick that was at the archive.</source>
        <translation>Escolha o pendrive que esteve no acervo.</translation>
    </message>
    <message>
        <source>The stories are being copied. Leave the stick in.</source>
        <translation>As histórias estão sendo copiadas. Deixe o pendrive no lugar.</translation>
    </message>
    <message>
        <source>The receipts are being read. Leave the stick in.</source>
        <translation>Os recibos estão sendo lidos. Deixe o pendrive no lugar.</translation>
    </message>
    <message>
        <source>Plug in a USB stick. It appears here after a moment.</source>
        <translation>Conecte um pendrive. Ele aparece aqui em um instante.</translation>
    </message>
    <message numerus="yes">
        <source>Story {number}: %n answer(s), {length} of sound</source>
        <translation>
            <numerusform>História {number}: %n resposta, {length} de som</numerusform>
            <numerusform>História {number}: %n respostas, {length} de som</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfinished stories</source>
        <translation>Histórias inacabadas</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar com ela</translation>
    </message>
    <message>
        <source>Go on only if the person who told it is here and wants to.</source>
        <translation>Continue só se a pessoa que contou estiver aqui e quiser.</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>Não há nenhuma.</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Apagar para sempre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>In a person&apos;s voice: {count} of {total}</source>
        <translation>Com voz de uma pessoa: {count} de {total}</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>Só o que falta</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>Tudo está gravado.</translation>
    </message>
    <message>
        <source>A person&apos;s voice</source>
        <translation>Voz de uma pessoa</translation>
    </message>
    <message>
        <source>The computer&apos;s voice</source>
        <translation>Voz do computador</translation>
    </message>
    <message>
        <source>No voice yet</source>
        <translation>Ainda sem voz</translation>
    </message>
    <message>
        <source>The three questions</source>
        <translation>As três perguntas</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Outras palavras</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
    <message>
        <source>Hear it as it is now</source>
        <translation>Ouvir a voz atual</translation>
    </message>
    <message>
        <source>Take this voice away again</source>
        <translation>Retirar esta voz</translation>
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
        <translation>Próximo</translation>
    </message>
    <message>
        <source>A visit is still going on. You can record when it is over.</source>
        <translation>Ainda há uma visita em andamento. Você pode gravar quando ela terminar.</translation>
    </message>
    <message>
        <source>It is saved, and heard from now on.</source>
        <translation>Está guardado e será ouvido a partir de agora.</translation>
    </message>
    <message>
        <source>Start recording, and read the words aloud.</source>
        <translation>Comece a gravar e leia as palavras em voz alta.</translation>
    </message>
    <message>
        <source>Read the words aloud now.</source>
        <translation>Leia agora as palavras em voz alta.</translation>
    </message>
    <message>
        <source>Choose a language. Then read aloud what the pages say in it.</source>
        <translation>Escolha um idioma. Depois leia em voz alta o que as páginas dizem nesse idioma.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Touch to begin</source>
        <translation>Toque para começar</translation>
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
        <translation>Ainda não escolhido</translation>
    </message>
    <message>
        <source>You asked for nothing</source>
        <translation>Você não pediu nada</translation>
    </message>
    <message>
        <source>Only your note</source>
        <translation>Só o seu recado</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pergunta pulada</translation>
    </message>
    <message>
        <source>No photos</source>
        <translation>Nenhuma foto</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>May be heard</source>
        <translation>Onde ouvir</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Nowhere</source>
        <translation>Em nenhum lugar</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the items of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Resposta {number}</translation>
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
        <translation>Letras</translation>
    </message>
    <message numerus="yes">
        <source>Text size, now %n of 4</source>
        <translation>
            <numerusform>Letras, agora tamanho %n de 4</numerusform>
            <numerusform>Letras, agora tamanho %n de 4</numerusform>
        </translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>read this page aloud</comment>
        <translation>Ouvir</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>Parar de ler em voz alta</translation>
    </message>
    <message>
        <source>Listen: read this page aloud</source>
        <translation>Ouvir: ler esta página em voz alta</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Etapa {step} de {steps}</translation>
    </message>
</context>
<context>
    <name>Trim</name>
    <message>
        <source>Trim</source>
        <translation>Encurtar</translation>
    </message>
    <message>
        <source>{kept} of {all} is kept. What is grey falls away.</source>
        <translation>Fica {kept} de {all}. O que está cinza some.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Começar aqui</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Terminar aqui</translation>
    </message>
    <message>
        <source>Keep all of it</source>
        <translation>Ficar com tudo</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>Onde começa</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>Onde termina</translation>
    </message>
</context>
<context>
    <name>Uses</name>
    <message>
        <source>You chose to keep it in the archive. So there is nothing to tick here.</source>
        <translation>Você escolheu guardar no acervo. Então não há nada para marcar aqui.</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Take a story back</source>
        <translation>Retirar uma história</translation>
    </message>
    <message numerus="yes">
        <source>%n digit(s) entered</source>
        <translation>
            <numerusform>%n número digitado</numerusform>
            <numerusform>%n números digitados</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your code. It has 16 digits.</source>
        <translation>Digite seu código. Ele tem 16 números.</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Apagar o último número</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Do you want to take this story back?</source>
        <translation>Você quer retirar esta história?</translation>
    </message>
    <message>
        <source>Yes, take it back</source>
        <translation>Sim, retirar</translation>
    </message>
    <message>
        <source>No, keep it</source>
        <translation>Não, deixar guardada</translation>
    </message>
    <message>
        <source>Your story will be erased. Nobody can bring it back.</source>
        <translation>Sua história vai ser apagada. Ninguém pode trazer sua história de volta.</translation>
    </message>
    <message>
        <source>What others have copied cannot be called back.</source>
        <translation>O que outras pessoas copiaram não pode ser trazido de volta.</translation>
    </message>
    <message>
        <source>Your story was on this device. It is erased now.</source>
        <translation>Sua história estava neste aparelho. Agora está apagada.</translation>
    </message>
    <message>
        <source>If a story with this code has arrived, it is taken back.</source>
        <translation>Se uma história com este código já chegou, ela é retirada.</translation>
    </message>
    <message>
        <source>This device tells the archive as soon as there is internet.</source>
        <translation>Este aparelho avisa o acervo assim que houver internet.</translation>
    </message>
</context>
</TS>
