import path from 'node:path'
import { runCompiled } from './compiled.ts'

runCompiled(path.join(__dirname, 'program.cjs'), process.argv[2] === 'check')
