import { expect, test } from 'vitest'
import { readServerCall } from './server-call.ts'

test.each([
  ['gunicorn shop.wsgi', 'shop.wsgi', false, []],
  ['gunicorn -b 0.0.0.0:$PORT -k gevent app:app', 'app:app', false, ['-k', 'gevent']],
  ['env A=b .venv/bin/gunicorn app:app --bind=:80 --preload -w4', 'app:app', false, ['--preload', '-w4']],
  ['gunicorn --statsd-host localhost app:app', 'app:app', false, ['--statsd-host', 'localhost']],
  ['gunicorn "shop:create_app()" --log-file -', 'shop:create_app()', false, ['--log-file', '-']],
  ['gunicorn main:app -k uvicorn.workers.UvicornWorker', 'main:app', true, []],
  ['poetry run uvicorn main:app --host 0.0.0.0 --port $PORT', 'main:app', true, []],
  ['uvicorn shop:make --factory --port 1', 'shop:make()', true, []],
  ['python manage.py migrate && gunicorn a.wsgi && echo done', 'a.wsgi', false, []],
  ['gunicorn a:app 2>&1 | tee log', 'a:app', false, []],
  ['gunicorn --chdir back core.wsgi', undefined, false, ['--chdir', 'back']],
  ['cd back && gunicorn core.wsgi', undefined, false, []],
])('%s serves %s', (command, module, isAsgi, options) =>
  expect(readServerCall(command)).toEqual({ module, isAsgi, options }),
)

test.each(['node server.js', 'python app.py', '', 'echo gunicorn-x'])('%j starts none of them', (command) =>
  expect(readServerCall(command)).toBeUndefined(),
)
