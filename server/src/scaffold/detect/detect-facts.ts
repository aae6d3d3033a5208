import type { FileSystem } from '../../base/file-system.ts'
import type { Facts } from '../template.ts'
import { detectPythonApp } from './detect-python-app.ts'
import { detectRubyApp } from './detect-ruby-app.ts'
import { findCommands } from './find-commands.ts'
import { findPrograms } from './find-programs.ts'
import { findServices } from './find-services.ts'
import { findUpstartJobs } from './find-upstart-jobs.ts'

export type { FileSystem }

/**
 * Finds out what a project's files tell. They are read, and never run.
 * @param folder the URI of its folder
 * @param home the absolute path of the home folder of the one who asks
 */
export async function detectFacts(
  files: FileSystem,
  folder: string,
  home: string | undefined,
): Promise<Facts> {
  const [app, python, commands, programs, services, upstartJobs] = await Promise.all([
    detectRubyApp(files, folder, home),
    detectPythonApp(files, folder, home),
    findCommands(files, folder),
    findPrograms(files, folder, home),
    findServices(files, folder),
    findUpstartJobs(files, folder),
  ])
  return { app, python, commands, programs, services, upstartJobs, home }
}
