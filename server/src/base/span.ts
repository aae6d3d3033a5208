/** A half-open range of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** True where the offset lies in the span or touches either end: a cursor at a word's edge belongs to it. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end
}
