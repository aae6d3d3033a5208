/** A variable as shells have them, `$NAME` or `${NAME}`; systemd expands them in commands only. */
export const variableReference = /\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_]\w*)/
