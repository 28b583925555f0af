// Every page works without this script; it only shows that something is being done.
(function () {
  'use strict';
  var status;

  function say(text) {
    if (!status) {
      status = document.createElement('p');
      status.className = 'busy';
      status.setAttribute('role', 'status');
      document.body.appendChild(status);
    }
    status.textContent = text;
    status.hidden = text === '';
  }

  function settle() {
    say('');
    document.querySelectorAll('[aria-busy="true"][data-busy]').forEach(function (button) {
      button.removeAttribute('aria-busy');
      button.removeAttribute('data-busy');
    });
  }

  document.addEventListener('submit', function (event) {
    if (event.defaultPrevented) return;
    var form = event.target;
    if (form.dataset.sent === 'true') {
      event.preventDefault();
      return;
    }
    if (form.method === 'post') form.dataset.sent = 'true';
    // An answer that is a file leaves this page open.
    window.setTimeout(function () { delete form.dataset.sent; settle(); }, 15000);
    var button = event.submitter;
    window.setTimeout(function () {
      if (button) {
        button.setAttribute('aria-busy', 'true');
        button.setAttribute('data-busy', '');
      }
      say('Sedang diproses…');
    }, 400);
  });

  // After the browser's back button the same page can be sent again.
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
    settle();
  });

  // A long text that was not sent yet survives a reload, in the same tab alone.
  var kept = 'tulisan:' + window.location.pathname;
  var texts = Array.prototype.filter.call(document.querySelectorAll('form[method="post"] textarea[id]'), function (text) {
    return !text.closest('[data-laporan]');
  });
  var before = JSON.parse(window.sessionStorage.getItem(kept) || '{}');
  window.sessionStorage.removeItem(kept);
  texts.forEach(function (text) {
    if (text.id in before && text.value === before[text.id].was) text.value = before[text.id].now;
  });
  window.addEventListener('pagehide', function () {
    var typed = {};
    texts.forEach(function (text) {
      if (text.form && text.form.dataset.sent !== 'true' && text.value !== text.defaultValue)
        typed[text.id] = { was: text.defaultValue, now: text.value };
    });
    if (Object.keys(typed).length > 0) window.sessionStorage.setItem(kept, JSON.stringify(typed));
  });

  var waiting = 0;
  document.addEventListener('htmx:beforeRequest', function (event) {
    if (event.target.hasAttribute('data-quiet')) return;
    waiting = window.setTimeout(function () { say('Sedang diproses…'); }, 400);
  });
  document.addEventListener('htmx:afterRequest', function () {
    window.clearTimeout(waiting);
    settle();
  });
  ['htmx:sendError', 'htmx:timeout'].forEach(function (name) {
    document.addEventListener(name, function () {
      say('Sambungan terputus. Isian Anda masih di halaman ini; coba lagi sebentar.');
    });
  });
  // A figure goes where the cursor last stood in the text.
  document.querySelectorAll('code[data-sisip]').forEach(function (code) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'secondary outline small';
    button.dataset.sisip = code.textContent;
    button.textContent = code.textContent;
    button.setAttribute('aria-label', 'Sisipkan ' + code.textContent);
    code.replaceWith(button);
  });
  document.addEventListener('click', function (event) {
    var figure = event.target.closest('button[data-sisip]');
    var text = document.getElementById('isi-narasi');
    if (figure && text) {
      text.setRangeText(figure.dataset.sisip, text.selectionStart, text.selectionEnd, 'end');
      text.dispatchEvent(new Event('input', { bubbles: true }));
      text.focus();
    }
    if (event.target.closest('[data-print]')) window.print();
  });
})();
