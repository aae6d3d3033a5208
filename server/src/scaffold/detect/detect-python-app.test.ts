import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import { gunicorn } from '../templates/gunicorn.ts'
import { inMemory } from '../testing/in-memory.ts'
import { detectFacts } from './detect-facts.ts'
import { detectPythonApp } from './detect-python-app.ts'

const disk = (files: Readonly<Record<string, string>>, elsewhere: Readonly<Record<string, string>> = {}) =>
  inMemory({
    ...Object.fromEntries(
      Object.entries(files).map(([name, text]) => [`/home/deploy/my shop/${name}`, text]),
    ),
    ...elsewhere,
  })
const folder = 'file:///home/deploy/my%20shop'
const app = (files: Readonly<Record<string, string>>, elsewhere: Readonly<Record<string, string>> = {}) =>
  detectPythonApp(disk(files, elsewhere), folder, '/home/deploy')

const manage = "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n"
const wsgi = 'from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n'
const asgi = wsgi.replaceAll('wsgi', 'asgi')

test('a Django project tells how to serve it', async () => {
  const found = await app({
    'requirements.txt': 'Django==4.2.7\ngunicorn==21.2.0  # the server\n',
    'manage.py': manage,
    'blog/wsgi.py': wsgi,
    'shop/asgi.py': asgi,
    'shop/wsgi.py': wsgi,
    '.venv/bin/python': '',
    '.venv/bin/gunicorn': '',
  })
  expect(found).toMatchObject({
    gunicornVersion: '21.2.0',
    entries: [
      { module: 'shop.wsgi:application', kind: 'wsgi' },
      { module: 'shop.asgi:application', kind: 'asgi' },
      { module: 'blog.wsgi:application', kind: 'wsgi' },
    ],
    virtualEnvironment: '.venv',
  })
  expect(found.evidence.slice(0, 2)).toEqual(['manage.py', 'requirements.txt'])
})

test('what the Procfile serves comes first, and what else it says is told', async () => {
  const files = {
    'requirements.txt': 'flask\ngunicorn\n',
    'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
  }
  const found = await app({ ...files, Procfile: 'worker: celery\nweb: gunicorn -t 90 web.wsgi\n' })
  expect(found.entries).toEqual([
    { module: 'web.wsgi:application', kind: 'wsgi' },
    { module: 'app:app', kind: 'wsgi' },
  ])
  expect(found.gunicorn.notes).toEqual([
    "the Procfile starts Gunicorn with '-t 90', and the service does not; say it in gunicorn.conf.py",
  ])
  const asgi = await app({ 'main.py': 'app = FastAPI()\n', Procfile: 'web: gunicorn main:app\n' })
  expect(asgi.entries).toEqual([{ module: 'main:app', kind: 'asgi' }])
})

describe('what can be served', () => {
  test.each<[string, string, string, string]>([
    ['app.py', 'from flask import Flask\napp = Flask(__name__)\n', 'app:app', 'wsgi'],
    ['main.py', 'app: FastAPI = FastAPI(title="shop")\n', 'main:app', 'asgi'],
    ['app/main.py', 'import fastapi\napp = fastapi.FastAPI()\n', 'app.main:app', 'asgi'],
    [
      'shop/__init__.py',
      'def create_app(config=None):\n    return Flask(__name__)\n',
      'shop:create_app()',
      'wsgi',
    ],
    ['wsgi.py', 'from shop import create_app\n\napp = create_app()\n', 'wsgi:app', 'wsgi'],
    ['wsgi.py', 'from shop import app as application\n', 'wsgi:application', 'wsgi'],
    ['wsgi.py', 'from shop import app\n', 'wsgi:app', 'wsgi'],
    ['asgi.py', 'app = Starlette(routes=routes)\n', 'asgi:app', 'asgi'],
    ['app.py', 'import dash\napp = dash.Dash(__name__)\nserver = app.server\n', 'app:server', 'wsgi'],
  ])('in %s with %j is %s', async (file, text, module, kind) => {
    expect((await app({ [file]: text })).entries).toEqual([{ module, kind }])
  })

  test.each([
    ['app.py', 'print("no server")\n'],
    ['app.py', '    app = Flask(__name__)\n'],
    ['my-app/wsgi.py', wsgi],
    ['tests/wsgi.py', wsgi],
    ['shop/__init__.py', 'def create_app(config):\n    return Flask(__name__)\n'],
  ])('is nothing in %s with %j', async (file, text) => {
    expect((await app({ [file]: text })).entries).toEqual([])
  })
})

describe('the version of Gunicorn', () => {
  test.each<[Readonly<Record<string, string>>, string | undefined]>([
    [{ 'requirements.txt': 'gunicorn[gevent]>=20.1,<22\n' }, '20.1'],
    [{ 'requirements.txt': 'gunicorn\n' }, undefined],
    [{ 'requirements/production.txt': '-r base.txt\nGunicorn ~= 21.0\n' }, '21.0'],
    [
      {
        'pyproject.toml':
          '[project]\ndependencies = [\n  "flask", # don\'t wait for "x]"\n  "gunicorn>=21.2",\n]\n',
      },
      '21.2',
    ],
    [{ 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.11"\ngunicorn = "^20.0.4"\n' }, '20.0.4'],
    [
      {
        'pyproject.toml':
          '[tool.poetry.group.web.dependencies]\ngunicorn = { version = "^22.0", extras = [] }\n',
      },
      '22.0',
    ],
    [{ Pipfile: '[packages]\ngunicorn = "*"\n[requires]\npython_version = "3.11"\n' }, undefined],
    [{ 'poetry.lock': '[[package]]\nname = "gunicorn"\nversion = "21.2.0"\n' }, '21.2.0'],
    [
      {
        'requirements.txt': 'gunicorn>=19\n',
        'uv.lock': 'version = 1\n\n[[package]]\nname = "gunicorn"\nversion = "23.0.0"\nsource = {}\n',
      },
      '23.0.0',
    ],
    [
      {
        'Pipfile.lock':
          '{"default": {"gunicorn": {"hashes": ["sha256:1"], "index": "pypi", "version": "==19.9.0"}}}',
      },
      '19.9.0',
    ],
  ])('by %j is %s', async (files, version) => expect((await app(files)).gunicornVersion).toBe(version))
})

test('the package with the workers for ASGI is told by what is asked for', async () => {
  expect((await app({ 'requirements.txt': 'uvicorn\nuvicorn-worker\n' })).asgiPackage).toBe('uvicorn-worker')
  expect((await app({ 'requirements.txt': 'uvicorn[standard]\n' })).asgiPackage).toBe('uvicorn')
})

describe('the virtual environment', () => {
  test('with Gunicorn in it comes before one without', async () => {
    expect((await app({ '.venv/bin/python': '', 'venv/bin/gunicorn': '' })).virtualEnvironment).toBe('venv')
  })
  test("may lie among virtualenvwrapper's", async () => {
    const elsewhere = { '/home/deploy/.virtualenvs/my shop/bin/python': '' }
    expect((await app({}, elsewhere)).virtualEnvironment).toBe('/home/deploy/.virtualenvs/my shop')
  })
  test('is none where a folder of that name holds none', async () => {
    expect((await app({ 'env/bin/setup.sh': '' })).virtualEnvironment).toBeUndefined()
  })
})

test("Gunicorn's configuration is read, and what goes wrong under systemd is said", async () => {
  const { gunicorn: config } = await app({
    'gunicorn.conf.py': 'workers = 4\ndaemon = True  # as before\npreload_app=True\n',
  })
  expect(config.setsWorkers).toBe(true)
  expect(config.notes).toEqual([
    "'daemon' in gunicorn.conf.py sends Gunicorn into the background, and systemd takes the service for ended; remove the line",
    "with 'preload_app' in gunicorn.conf.py a reload leaves the app's code as it was loaded first; restart the service after a deployment",
  ])
  expect((await app({ 'gunicorn.conf.py': '# daemon = True\ndaemon = False\n' })).gunicorn.notes).toEqual([])
})

test('what was found is proposed', async () => {
  const files = disk({
    'pyproject.toml': '[project]\ndependencies = ["fastapi", "gunicorn>=21", "uvicorn-worker"]\n',
    'main.py': 'app = FastAPI()\n',
    'conf/gunicorn.conf.py': 'workers = 3\n',
    'venv/bin/gunicorn': '',
  })
  const facts = await detectFacts(files, folder, '/home/deploy')
  expect(gunicorn.unfit(facts)).toBeUndefined()
  expect(completeAnswers(gunicorn, facts, {})).toMatchObject({
    kind: 'complete',
    answers: {
      instance: 'user',
      name: 'gunicorn-my-shop',
      directory: '~/my shop',
      venv: '~/my shop/venv',
      gunicorn: '20',
      worker: 'uvicorn-worker',
      module: 'main:app',
      config: 'conf/gunicorn.conf.py',
      workers: '',
      listen: '%t/gunicorn-my-shop.sock',
    },
  })
  expect(completeAnswers(gunicorn, facts, { instance: 'system' })).toMatchObject({
    kind: 'complete',
    answers: { venv: '/home/deploy/my shop/venv', listen: '/run/gunicorn-my-shop.sock', user: 'deploy' },
  })
})

test('a folder without a Python app is said to be one, and notes of Ruby are not told', async () => {
  const facts = await detectFacts(
    disk({ Gemfile: '', 'config/puma.rb': 'daemonize\n' }),
    folder,
    '/home/deploy',
  )
  expect(gunicorn.unfit(facts)).toBe(
    "there is no Python app in '/home/deploy/my shop': neither pyproject.toml, requirements.txt nor a module such as wsgi.py",
  )
  expect(gunicorn.notes?.(facts)).toEqual([])
})

test.each(['', '\0', '[', '[[package]]', 'dependencies = ["', '"'.repeat(100_000), `[${'['.repeat(50_000)}`])(
  'no text is too odd: %#',
  async (text) => {
    const found = await app({
      'pyproject.toml': text,
      'Pipfile.lock': text,
      'poetry.lock': text,
      'requirements.txt': text,
      'wsgi.py': text,
      'gunicorn.conf.py': text,
    })
    expect(found.entries).toEqual([])
    expect(found.gunicornVersion).toBeUndefined()
  },
)
