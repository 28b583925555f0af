// The forms of reports and reviews: save drafts by themselves and upload evidence in parts. They work without this file, too.
(() => {
  const form = document.querySelector('form[data-laporan]');
  if (!form) return;
  const saved = form.querySelector('[data-tersimpan]');
  const token = form.elements.aksi.value;
  const base = new URL(form.action).pathname;
  let timer = null;
  let running = false;
  let again = false;
  let stopped = false;
  let leaving = false;

  const fields = () => {
    const data = new URLSearchParams();
    for (const element of form.elements) {
      if (!element.name || element.type === 'file' || element.type === 'submit' || element.type === 'password') continue;
      if ((element.type === 'radio' || element.type === 'checkbox') && !element.checked) continue;
      data.append(element.name, element.value);
    }
    return data;
  };

  const save = async () => {
    if (stopped) return;
    if (running) { again = true; return; }
    running = true;
    again = false;
    timer = null;
    const data = fields();
    data.append('tindakan', 'simpan');
    try {
      const answer = await fetch(base, {
        method: 'POST', body: data, headers: { Accept: 'application/json' }, credentials: 'same-origin',
      });
      if (answer.ok) {
        const draft = await answer.json();
        form.elements.revisi.value = draft.revision;
        saved.textContent = `Draf tersimpan ${draft.savedAt}.`;
      } else if (answer.status === 409) {
        stopped = true;
        saved.textContent = 'Orang lain telah mengubah draf ini. Tekan Simpan draf untuk membandingkan kedua versi; ketikan Anda tetap ada.';
      } else {
        saved.textContent = 'Draf belum tersimpan. Ketikan Anda tetap ada di halaman ini.';
      }
    } catch {
      saved.textContent = 'Jaringan terputus; draf belum tersimpan. Ketikan Anda tetap ada di halaman ini.';
      again = true;
    } finally {
      running = false;
    }
    if (again) timer = setTimeout(save, 5000);
  };

  const answered = document.querySelector('[data-terjawab]');
  form.addEventListener('input', event => {
    // What is not simply fulfilled needs its note: it unfolds.
    if (event.target.type === 'radio' && event.target.value !== 'Fulfilled') {
      const notes = event.target.closest('fieldset')?.querySelector('details');
      if (notes) notes.open = true;
    }
    if (answered) answered.textContent = form.querySelectorAll('input[type=radio]:checked').length;
    if (event.target.type === 'file' || event.target.name?.startsWith('bukti.')) return;
    clearTimeout(timer);
    timer = setTimeout(save, 1200);
  });

  // What was typed and not saved before a reload is restored in the same tab, then saved.
  const unsaved = `laporan:${base}`;
  window.addEventListener('pagehide', () => {
    if (timer !== null && !stopped && !leaving) sessionStorage.setItem(unsaved, JSON.stringify([...fields()]));
  });
  const before = sessionStorage.getItem(unsaved);
  sessionStorage.removeItem(unsaved);
  if (before) {
    for (const [name, value] of JSON.parse(before)) {
      const element = form.elements[name];
      if (element && 'value' in element && element.type !== 'hidden') element.value = value;
    }
    saved.textContent = 'Ketikan terakhir Anda dipulihkan; draf sedang disimpan.';
    timer = setTimeout(save, 300);
  }

  const post = async (path, body, headers = {}) => {
    const answer = await fetch(base + path, {
      method: 'POST', body, headers: { ...headers, 'X-Aksi': token, Accept: 'application/json' }, credentials: 'same-origin',
    });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(said.detail ?? 'Berkas tidak dapat diunggah. Coba lagi.');
    return said;
  };

  const entry = file => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `${base}/bukti/${file.id}`;
    link.download = '';
    link.textContent = file.fileName;
    const detail = document.createElement('small');
    detail.textContent = ` (${file.detail}) `;
    item.append(link, detail);
    if (file.remark) {
      const remark = document.createElement('small');
      remark.className = 'remark';
      remark.textContent = `Perhatian: ${file.remark} `;
      item.append(remark);
    }
    const remove = document.createElement('button');
    remove.type = 'submit';
    remove.name = 'tindakan';
    remove.value = `hapus:${file.id}`;
    remove.className = 'outline secondary small';
    remove.textContent = 'Hapus';
    item.append(remove);
    return item;
  };

  const upload = async (box, owner) => {
    const input = box.querySelector('input[type=file]');
    const date = box.querySelector('input[data-hari]').value;
    const state = box.querySelector('[data-keadaan]');
    const file = input.files[0];
    if (!file) { state.textContent = 'Pilih berkasnya dahulu.'; return; }
    const button = box.querySelector('button[value^="unggah:"]');
    button.disabled = true;
    try {
      const offer = new URLSearchParams({ isian: owner, nama: file.name, ukuran: file.size, tanggal: date });
      const begun = await post('/bukti', offer);
      for (let part = 0, at = 0; at < file.size; part++, at += begun.partSize) {
        state.textContent = `Mengunggah ${Math.round((at / file.size) * 100)}%…`;
        await post(`/bukti/${begun.id}/${part}`, file.slice(at, at + begun.partSize), { 'Content-Type': 'application/octet-stream' });
      }
      state.textContent = 'Memeriksa berkas…';
      const kept = await post(`/bukti/${begun.id}`, new URLSearchParams({ tindakan: 'selesai' }));
      box.querySelector('[data-daftar]').append(entry(kept));
      state.textContent = `${kept.fileName} tersimpan.`;
      input.value = '';
    } catch (failure) {
      const said = document.createElement('span');
      said.className = 'error';
      said.textContent = failure.message;
      state.replaceChildren(said);
    } finally {
      button.disabled = false;
    }
  };

  form.addEventListener('submit', event => {
    clearTimeout(timer);
    timer = null;
    leaving = true;
    const action = event.submitter?.value ?? '';
    if (!action.startsWith('unggah:')) return;
    leaving = false;
    event.preventDefault();
    upload(event.submitter.closest('[data-bukti]'), action.slice('unggah:'.length));
  });
})();
