// A real SMTP server with a MIME reader that is not ours, for the tests. One argument: its settings as JSON.
// Speaks in JSON lines: {"event":"listening","port":…}, then one {"event":"mail",…} for each letter taken.
const fs = require('node:fs');
const { SMTPServer } = require('smtp-server');
const { simpleParser } = require('mailparser');

const settings = JSON.parse(process.argv[2]);
const say = (line) => process.stdout.write(JSON.stringify(line) + '\n');
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

/** How many connections are still to be broken in mid-letter. */
let toBreak = settings.breakFirst ?? 0;

const server = new SMTPServer({
  secure: settings.secure ?? false,
  key: settings.key && fs.readFileSync(settings.key),
  cert: settings.cert && fs.readFileSync(settings.cert),
  hideSTARTTLS: settings.hideStartTls ?? false,
  authMethods: settings.signIns ?? ['PLAIN', 'LOGIN'],
  authOptional: !settings.user,
  // The rude servers of the tests also speak in clear.
  allowInsecureAuth: settings.hideStartTls ?? false,
  hidePIPELINING: settings.hidePipelining ?? false,
  disableReverseLookup: true,
  logger: false,
  onConnect(session, done) {
    if (settings.greeting) return done(refusal(554, settings.greeting));
    if (settings.silent === 'greeting') return undefined;
    return done();
  },
  onAuth(auth, session, done) {
    const right = auth.username === settings.user && auth.password === settings.password;
    return right ? done(null, { user: auth.username + ' by ' + auth.method }) : done(refusal(535, '5.7.8 Bad credentials'));
  },
  onMailFrom(address, session, done) {
    return settings.refuseSender ? done(refusal(553, '5.7.1 Sender must be the user signed in')) : done();
  },
  onRcptTo(address, session, done) {
    if ((settings.unknown ?? []).includes(address.address)) return done(refusal(550, '5.1.1 No such user'));
    if ((settings.busy ?? []).includes(address.address)) return done(refusal(450, '4.2.0 Greylisted'));
    return done();
  },
  onData(stream, session, done) {
    if (toBreak > 0) {
      toBreak--;
      for (const connection of server.connections) connection._socket.destroy();
      stream.resume();
      return;
    }
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', async () => {
      if (settings.silent === 'data') return;
      const raw = Buffer.concat(chunks);
      const mail = await simpleParser(raw, { keepCidLinks: true, skipTextToHtml: true });
      say({
        event: 'mail',
        connection: session.id,
        user: session.user ?? '',
        secure: session.secure,
        to: session.envelope.rcptTo.map((r) => r.address),
        subject: mail.subject,
        fromName: mail.from.value[0].name,
        fromAddress: mail.from.value[0].address,
        toName: mail.to.value[0].name,
        text: mail.text,
        html: mail.html || '',
        messageId: mail.messageId,
        date: mail.date,
        headers: mail.headerLines.map((h) => h.line),
        attachments: mail.attachments.map((a) => ({ name: a.filename, type: a.contentType, text: a.content.toString('utf8') })),
        longestLine: Math.max(...raw.toString('latin1').split('\r\n').map((l) => l.length)),
      });
      done(null, 'taken');
    });
  },
});
server.on('error', () => {});
server.listen(settings.port ?? 0, '127.0.0.1', () => say({ event: 'listening', port: server.server.address().port }));
process.stdin.on('end', () => process.exit(0)).resume();
