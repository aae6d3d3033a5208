import type { ValueTypes } from '../value-type.ts'
import { importCredential, loadCredential, setCredential } from './credentials.ts'
import { environ, logExtraFields, passEnviron, unsetEnviron } from './environment.ts'
import { environmentFile } from './environment-file.ts'
import { exec } from './exec.ts'
import { logFilterPatterns } from './log-patterns.ts'
import { inputData, inputText } from './standard-input.ts'
import { freeText, textWithSpecifiers } from './text.ts'

export const commandTypes: ValueTypes = {
  exec,
  environ,
  pass_environ: passEnviron,
  unset_environ: unsetEnviron,
  unit_env_file: environmentFile,
  log_extra_fields: logExtraFields,
  log_filter_patterns: logFilterPatterns,
  exec_input_text: inputText,
  exec_input_data: inputData,
  set_credential: setCredential,
  load_credential: loadCredential,
  import_credential: importCredential,
  unit_string_printf: textWithSpecifiers,
  string: freeText,
}
