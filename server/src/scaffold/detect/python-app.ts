/** What a server asks an app through: WSGI, or ASGI for those that are asynchronous. */
export type PythonInterface = 'wsgi' | 'asgi'

/** The object that a server calls for each request. */
export interface PythonEntry {
  /** As Gunicorn is told of it: `shop.wsgi:application`. */
  readonly module: string
  readonly kind: PythonInterface
}

/** What a Gunicorn configuration says. */
export interface GunicornHints {
  /** Its path within the app; undefined where there is none. */
  readonly file: string | undefined
  readonly setsWorkers: boolean
  /** What a person should know of it. */
  readonly notes: readonly string[]
}

/** What the files of a Python app say about how to run it. They are read, and never run. */
export interface PythonApp {
  /** Which of the files that tell such an app are there; none where it is no such app. */
  readonly evidence: readonly string[]
  /** `21.2.0`, or what is asked for: `21`. */
  readonly gunicornVersion: string | undefined
  /** Which package brings Gunicorn's workers for ASGI: Uvicorn itself had them first. */
  readonly asgiPackage: 'uvicorn' | 'uvicorn-worker'
  /** What can be served, the likeliest first. */
  readonly entries: readonly PythonEntry[]
  /** The path of the virtual environment: from the app's folder, or from `/` where it lies elsewhere. */
  readonly virtualEnvironment: string | undefined
  readonly gunicorn: GunicornHints
}
