// node workbook.js exceljs|xlsx IN [OUT]: prints the cells of a workbook as JSON, and saves it again where OUT is given.
const [program, given, saved] = process.argv.slice(2);

async function withExcelJs() {
  const ExcelJS = require('exceljs');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(given);
  const sheets = {};
  book.eachSheet(sheet => {
    sheets[sheet.name] = [];
    sheet.eachRow(row => sheets[sheet.name].push(row.values.slice(1).map(one => one ?? null)));
  });
  if (saved) await book.xlsx.writeFile(saved);
  return sheets;
}

function withSheetJs() {
  const XLSX = require('xlsx');
  const book = XLSX.readFile(given);
  if (saved) XLSX.writeFile(book, saved);
  return Object.fromEntries(
    book.SheetNames.map(name => [name, XLSX.utils.sheet_to_json(book.Sheets[name], { header: 1 })]));
}

(async () => {
  const sheets = program === 'exceljs' ? await withExcelJs() : withSheetJs();
  process.stdout.write(JSON.stringify(sheets));
})();
