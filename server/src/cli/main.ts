import path from 'node:path'
import { runCompiled } from './compiled.ts'

/** The hash of program.cjs, put in by the build: to work it out here would cost more than it saves. */
declare const PROGRAM_BUILD: string

runCompiled(path.join(__dirname, 'program.cjs'), PROGRAM_BUILD, process.argv[2] === 'check')
