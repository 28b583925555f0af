using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Sakip.Tests.Orchestrations.Planning;

/// <summary>Changes a cell as a person with a spreadsheet would.</summary>
internal static class ChangedBook
{
    /// <param name="value">Text; "#" and digits is a number, "#REF" an error value, nothing empties the cell.</param>
    public static byte[] With(byte[] file, string sheet, string cell, string value)
    {
        var content = new MemoryStream();
        content.Write(file);
        using (var document = SpreadsheetDocument.Open(content, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var id = book.Workbook!.Descendants<Sheet>().Single(one => one.Name == sheet).Id!.Value!;
            var part = (WorksheetPart)book.GetPartById(id);
            var data = part.Worksheet!.GetFirstChild<SheetData>()!;
            var number = uint.Parse(new string([.. cell.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
            var row = data.Elements<Row>().Single(one => one.RowIndex! == number);
            var changed = row.Elements<Cell>().First(one => one.CellReference == cell);
            changed.RemoveAllChildren();
            changed.DataType = null;
            if (value == "#REF")
                (changed.DataType, changed.CellValue) = (CellValues.Error, new CellValue("#REF!"));
            else if (value.StartsWith('#'))
                changed.CellValue = new CellValue(value[1..]);
            else if (value.Length > 0)
                (changed.DataType, changed.InlineString) = (CellValues.InlineString, new InlineString(new Text(value)));
        }

        return content.ToArray();
    }
}
