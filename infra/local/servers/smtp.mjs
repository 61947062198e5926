// node smtp.mjs PORT: takes every mail and prints it.
import { SMTPServer } from 'smtp-server'

const onData = (stream, _session, done) => {
  stream.pipe(process.stdout, { end: false })
  stream.once('end', () => done())
}
new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData }).listen(Number(process.argv[2]), '127.0.0.1')
