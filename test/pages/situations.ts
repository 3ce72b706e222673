import type { YdrzLoginElement } from 'ydrz-elements/elements';

/** How a page hides, disables, clips or moves what the login stands in. */
export interface Situation {
  name: string;
  /** Around the login, from the outside in; `style` each. */
  around?: readonly string[];
  /** Puts the login into the page, if it is not simply inside what is around it. */
  arrange?: (login: YdrzLoginElement, place: HTMLElement) => void;
  /** False: what the page does later takes its place away by itself. */
  scrolls?: boolean;
  /** True: what the page does later shows in nothing but that the screen moves. */
  moves?: boolean;
  /** True: the page hides what had the focus, too. */
  loses?: boolean;
  /** What the page does when the screen is open. */
  later?: (login: YdrzLoginElement, place: HTMLElement) => void;
}

const inDetails = (login: YdrzLoginElement, place: HTMLElement, open: boolean): HTMLDetailsElement => {
  const details = document.createElement('details');
  details.open = open;
  details.append(login);
  place.append(details);
  return details;
};

const inDialog = (login: YdrzLoginElement, place: HTMLElement): void => {
  const dialog = document.createElement('dialog');
  dialog.append(login);
  place.append(dialog);
  dialog.showModal();
};

const inPopover = (login: YdrzLoginElement, place: HTMLElement): HTMLElement => {
  const box = document.createElement('div');
  box.setAttribute('popover', '');
  box.append(login);
  place.append(box);
  return box;
};

/** The login in a place whose page has rules of its own. */
const inStyled =
  (rules: string) =>
  (login: YdrzLoginElement, place: HTMLElement): void => {
    const style = document.createElement('style');
    style.textContent = rules;
    place.append(style, login);
  };

/** The login in the shadow tree of a component, or as a child that its tree places. */
const inComponent =
  (mode: ShadowRootMode, inner: string, isSlotted: boolean) =>
  (login: YdrzLoginElement, place: HTMLElement): void => {
    const host = document.createElement('section');
    const root = host.attachShadow({ mode });
    root.innerHTML = inner;
    if (isSlotted) host.append(login);
    else (root.firstElementChild ?? root).append(login);
    place.append(host);
  };

const hide = (place: HTMLElement) => {
  place.hidden = true;
};

export const SITUATIONS: readonly Situation[] = [
  { name: 'a plain page' },
  {
    name: 'a hidden login with a button of the page’s own',
    arrange(login, place) {
      login.hidden = true;
      place.append(login);
    },
  },
  { name: 'a login under display: none', around: ['display:none'] },
  { name: 'a login under display: none, deep', around: ['', 'display:none', 'color:red'] },
  { name: 'an invisible login', around: ['visibility:hidden'] },
  { name: 'a transparent place', around: ['opacity:0'] },
  { name: 'skipped content', around: ['content-visibility:hidden'] },
  { name: 'a closed details', arrange: (login, place) => void inDetails(login, place, false) },
  {
    name: 'a closed dialog',
    arrange: (login, place) => {
      const dialog = document.createElement('dialog');
      dialog.append(login);
      place.append(dialog);
    },
  },
  { name: 'an open dialog of the page’s own', arrange: inDialog },
  { name: 'a closed popover', arrange: (login, place) => void inPopover(login, place) },
  {
    name: 'an open popover',
    arrange: (login, place) => {
      const box = inPopover(login, place);
      if ('showPopover' in box) box.showPopover();
    },
  },
  { name: 'a place that takes no presses', around: ['pointer-events:none'] },
  {
    name: 'an inert place',
    arrange: (login, place) => {
      place.inert = true;
      place.append(login);
    },
  },
  {
    name: 'a clipped place',
    around: ['overflow:hidden;width:1px;height:1px;position:absolute;clip-path:inset(50%)'],
  },
  { name: 'a transformed place', around: ['transform:translateX(-9999px) scale(.1)', 'perspective:1px'] },
  {
    name: 'a filtered, contained place',
    around: ['filter:blur(9px)', 'contain:strict;height:40px', 'will-change:transform'],
  },
  { name: 'a zoomed place', around: ['zoom:.5'] },
  { name: 'a zoomed-in place', around: ['zoom:3'] },
  { name: 'content that is skipped while it is out of sight', around: ['content-visibility:auto'] },
  {
    name: 'a place that is out of sight',
    around: ['position:absolute;left:-9999px;content-visibility:auto'],
  },
  {
    name: 'a fixed, transformed, painted place',
    around: ['position:fixed;top:0;transform:rotate(9deg)', 'contain:paint;width:9px;height:9px'],
  },
  {
    name: 'a place without touch, selection and scrolling on',
    around: ['touch-action:none;user-select:none;overscroll-behavior:none'],
  },
  {
    name: 'a masked, blended place',
    around: [
      'mask:linear-gradient(transparent,transparent)',
      'mix-blend-mode:multiply;isolation:isolate',
      'backdrop-filter:blur(9px)',
    ],
  },
  {
    name: 'a container with its own size and layers',
    around: ['container-type:size;height:9px', 'overflow:scroll;height:9px;scroll-snap-type:both mandatory'],
  },
  {
    name: 'a disabled fieldset',
    arrange(login, place) {
      const fieldset = document.createElement('fieldset');
      fieldset.disabled = true;
      fieldset.append(login);
      place.append(fieldset);
    },
  },
  {
    name: 'a login without its styles',
    arrange: inStyled('ydrz-login{all:unset!important;display:contents!important}'),
  },
  {
    name: 'a login of no size',
    arrange: inStyled('ydrz-login{width:0;height:0;overflow:hidden;font-size:0}'),
  },
  {
    name: 'rules for everything',
    arrange: inStyled(
      '*{margin:1em!important;padding:1em!important;max-width:50%!important;overflow:hidden!important;box-sizing:content-box!important;animation:none!important;transition:none!important}',
    ),
  },
  {
    name: 'rules that show what is hidden',
    arrange: inStyled('[hidden],dialog,section,div,p{display:block!important}'),
  },
  { name: 'a grey page', arrange: inStyled('html{filter:grayscale(1)}') },
  { name: 'a page that is not faded in yet', arrange: inStyled('html{opacity:0}') },
  {
    name: 'a page in a layer of its own',
    arrange: inStyled('html{transform:translateZ(0);perspective:9px}'),
  },
  {
    name: 'a text that is edited',
    arrange(login, place) {
      place.contentEditable = 'true';
      place.append(login);
    },
  },
  {
    name: 'the fallback of a canvas',
    arrange(login, place) {
      const canvas = document.createElement('canvas');
      canvas.append(login);
      place.append(canvas);
    },
  },
  {
    name: 'the fallback of a video',
    arrange(login, place) {
      const video = document.createElement('video');
      video.append(login);
      place.append(video);
    },
  },
  { name: 'a column of a table', around: ['display:table', 'display:table-column'] },
  { name: 'no slot', arrange: inComponent('open', '<p></p>', true) },
  { name: 'a slot that is hidden', arrange: inComponent('open', '<p hidden><slot></slot></p>', true) },
  { name: 'a slot without a box', arrange: inComponent('closed', '<slot></slot>', true) },
  { name: 'a hidden place in a shadow tree', arrange: inComponent('open', '<p hidden></p>', false) },
  { name: 'a hidden place in a closed shadow tree', arrange: inComponent('closed', '<p hidden></p>', false) },
  {
    name: 'a view that slides out',
    later: (_login, place) => {
      place.style.cssText += 'transition:transform 9s;transform:translateX(-100vw)';
    },
  },
  {
    name: 'a view that fades out',
    later: (_login, place) => {
      place.style.opacity = '0';
      place.style.visibility = 'hidden';
    },
  },
  {
    name: 'a view that is moved into a new layer',
    later: (_login, place) => {
      place.style.cssText += 'contain:strict;overflow:hidden;will-change:transform;isolation:isolate';
    },
  },
  {
    name: 'a dialog of the page’s own that opens over it, and closes',
    later: (_login, place) => {
      const dialog = document.createElement('dialog');
      place.append(dialog);
      dialog.showModal();
      dialog.close();
    },
  },
  {
    name: 'a library that makes everything beside its popup inert',
    later: () => {
      for (const child of document.querySelectorAll<HTMLElement>('body > *')) child.inert = true;
    },
  },
  {
    name: 'a login that is disabled at the click',
    moves: true,
    later: (login) => {
      login.disabled = true;
    },
  },
  {
    name: 'a fieldset that is disabled at the click',
    moves: true,
    arrange(login, place) {
      const fieldset = document.createElement('fieldset');
      fieldset.append(login);
      place.append(fieldset);
    },
    later(_login, place) {
      for (const fieldset of place.querySelectorAll('fieldset')) fieldset.disabled = true;
    },
  },
  {
    name: 'a place that is hidden from assistive technology',
    arrange(login, place) {
      place.setAttribute('aria-hidden', 'true');
      place.append(login);
    },
  },
  {
    name: 'a popover that closes',
    arrange(login, place) {
      const box = inPopover(login, place);
      if ('showPopover' in box) box.showPopover();
    },
    later(_login, place) {
      for (const box of place.querySelectorAll<HTMLElement>('[popover]')) {
        if ('hidePopover' in box) box.hidePopover();
      }
    },
  },
  {
    name: 'a hidden=until-found place',
    arrange(login, place) {
      place.setAttribute('hidden', 'until-found');
      place.append(login);
    },
  },
  {
    name: 'a page that goes inert as a whole',
    later: () => {
      document.body.inert = true;
    },
  },
  {
    name: 'a menu that closes',
    later: (_login, place) => {
      hide(place);
    },
  },
  {
    name: 'a login that is hidden at the click',
    later: (login) => {
      hide(login);
    },
  },
  {
    name: 'a details that closes',
    arrange: (login, place) => void inDetails(login, place, true),
    later: (_login, place) => {
      for (const details of place.querySelectorAll('details')) details.open = false;
    },
  },
  {
    name: 'an outer dialog that closes',
    loses: true,
    arrange: inDialog,
    later: (_login, place) => {
      for (const dialog of place.querySelectorAll('dialog')) dialog.close();
    },
  },
  {
    name: 'a place that becomes skipped content',
    later: (_login, place) => {
      place.style.setProperty('content-visibility', 'hidden');
    },
  },
  {
    name: 'a place that becomes inert',
    later: (_login, place) => {
      place.inert = true;
    },
  },
  {
    name: 'a body that is hidden',
    scrolls: false,
    later: () => {
      document.body.style.display = 'none';
    },
  },
  {
    name: 'a login that is moved',
    later: (login) => {
      const section = document.createElement('section');
      document.body.append(section);
      section.append(login);
    },
  },
  {
    name: 'a login that is moved where nothing is shown',
    later: (login, place) => {
      const section = document.createElement('section');
      hide(section);
      place.append(section);
      section.append(login);
    },
  },
];

/** A page as the situation has it, scrolled to where the login is. */
export const arrange = (login: YdrzLoginElement, { around = [], arrange: put }: Situation): HTMLElement => {
  const place = document.createElement('main');
  place.style.cssText = 'display:block;margin-top:900px;height:2000px';
  document.body.append(place);
  let inner: HTMLElement = place;
  for (const style of around) {
    const wrapper = document.createElement('div');
    wrapper.style.cssText = style;
    inner.append(wrapper);
    inner = wrapper;
  }
  if (put) put(login, inner);
  else inner.append(login);
  return place;
};
