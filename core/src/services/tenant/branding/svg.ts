import sanitizeHtml from 'sanitize-html'

const SHAPES = ['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'title', 'desc', 'defs', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'symbol']
const ATTRIBUTES = ['xmlns', 'viewBox', 'width', 'height', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'd', 'points', 'transform', 'fill', 'fill-rule', 'fill-opacity', 'clip-rule', 'clip-path', 'mask', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-opacity', 'opacity', 'offset', 'stop-color', 'stop-opacity', 'gradientUnits', 'gradientTransform', 'spreadMethod', 'patternUnits', 'id', 'font-size', 'font-family', 'font-weight', 'text-anchor', 'preserveAspectRatio', 'role', 'aria-label']
const FOREIGN = /url\s*\(\s*(?!#)/i

export const looksLikeSvg = (content: Buffer): boolean => /^(﻿)?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(content.subarray(0, 2_000).toString('utf8'))

/** A drawing without scripts, handlers, links and anything from elsewhere: only shapes and how they are painted. */
export function sanitizeSvg(content: Buffer): Buffer {
  const clean = sanitizeHtml(content.toString('utf8'), {
    allowedTags: SHAPES,
    allowedAttributes: { '*': ATTRIBUTES },
    parser: { xmlMode: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
    allowedSchemes: [],
    nonTextTags: ['script', 'style', 'foreignObject', 'image', 'use', 'a', 'animate', 'set'],
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: Object.fromEntries(Object.entries(attribs).filter(([, value]) => !FOREIGN.test(value))) }) },
  })
  return Buffer.from(clean)
}
