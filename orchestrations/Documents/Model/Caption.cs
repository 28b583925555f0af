namespace Sakip.Documents;

/// <summary>
/// The name of a table or figure: "Tabel 3.9" and its title. <paramref name="Number"/> comes without the word "Tabel";
/// <paramref name="Id"/> is what a <see cref="Reference"/> names.
/// </summary>
internal sealed record Caption(string Id, string Number, string Title);
