// Tanpa skrip ini semua halaman tetap dapat dipakai; ia hanya menunjukkan bahwa sesuatu sedang dikerjakan.
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
    // Jawaban berupa berkas membiarkan halaman ini terbuka.
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

  // Kembali dengan tombol peramban: halaman yang sama harus dapat dikirim lagi.
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-sent]').forEach(function (form) { delete form.dataset.sent; });
    settle();
  });

  // Tulisan panjang yang belum dikirim tetap ada setelah halaman dimuat ulang, di tab yang sama saja.
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

  var here = document.querySelector('nav.sections [aria-current="page"]');
  if (here) here.scrollIntoView({ block: 'nearest', inline: 'center' });

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
  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-print]')) window.print();
  });
})();
