import type { Manager } from '../base/settings.ts'

/** Every action, by what keybindings, menus and tests call it. */
export type ActionId =
  | 'start'
  | 'stop'
  | 'restart'
  | 'reload'
  | 'reload-or-restart'
  | 'enable'
  | 'enable-and-start'
  | 'disable'
  | 'status'
  | 'show-logs'
  | 'show-recent-logs'
  | 'daemon-reload'
  | 'show-effective'
  | 'show-properties'
  | 'reset-failed'
  | 'link'
  | 'install'
  | 'remove'
  | 'enable-lingering'

/** How a command gets the rights of root; `none` leaves it to systemd to ask, or to refuse. */
export type Elevation = 'none' | 'sudo' | 'pkexec'

/** A unit that somebody chose. */
export interface TargetUnit {
  /** As systemd calls it: `web.service`, `web@.service`, `web@8080.service`. */
  readonly name: string
  /** The other one of a socket and the service that it starts, where both are at hand. */
  readonly partner?: string
}

/** A file that belongs into a manager's folder. */
export interface TargetFile {
  /** Where it is, as an absolute path. */
  readonly source: string
  /** Its place in the manager's folder: `web.service`, `web.service.d/limits.conf`. */
  readonly place: string
}

/** What an action is to act on. What an action has no use for may be anything. */
export interface Target {
  readonly manager: Manager
  readonly units: readonly TargetUnit[]
  readonly files: readonly TargetFile[]
  /** The folder of the manager that a person's own units go to, as an absolute path; undefined where nothing tells. */
  readonly unitFolder: string | undefined
  /** The name of the user whose manager is meant; undefined for the one who asks. */
  readonly user: string | undefined
  readonly elevation: Elevation
}

/** One command. */
export interface Step {
  readonly argv: readonly string[]
  /** What it does, for whoever reads along: a phrase with a lower-case start and no full stop. */
  readonly why: string
  /** Goes on until somebody ends it. */
  readonly isEndless?: true
  /** Exit statuses other than 0 that are an answer and no failure. */
  readonly answers?: readonly number[]
  /** What follows is wanted even where this fails. Such steps come first. */
  readonly mayFail?: true
}

/** What an action can't do without. */
export interface Needs {
  /** At least one unit; `instance`: and none of them a template. */
  readonly units?: 'any' | 'instance'
  /** Files, and the manager's folder. */
  readonly files?: true
  /** Files of which systemd knows already: where they are in no folder of its own, the action fails. */
  readonly isInstalled?: true
  /** A unit that runs: where it doesn't, the action fails. */
  readonly isActive?: true
  /** Rights that a person who isn't root must ask for, where the manager is the system's. */
  readonly privileges?: true
}

/** Something to do with units in a terminal. Pure: nothing but the target tells what it comes to. */
export interface Action {
  readonly id: ActionId
  /** As in the command palette. */
  readonly title: string
  /** As on a button beside a unit. */
  readonly label: string
  /** What it does and when to use it, in a sentence. */
  readonly summary: string
  readonly needs: Needs
  /** @param target one that `plan()` has found right for the action */
  steps(target: Target): readonly Step[]
}

/** What an action comes to. */
export type Plan =
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'refused'
      /** What is amiss: nothing chosen, a template without instance, a name or path that can't be used. */
      readonly cause: 'no-unit' | 'no-file' | 'needs-instance' | 'bad-name' | 'bad-path'
      /** For the person. */
      readonly reason: string
    }
