namespace Sakip.Tests.Browser;

/// <summary>What happens in the year beside the letters and their answers, and when.</summary>
internal static class Story
{
    private static readonly string[] Reviewers =
    [
        "tiga.belas.dewanti@contoh.example",
        "tiga.lestari@contoh.example",
        "lima.belas.ardana@contoh.example",
        "enam.belas.safitri@contoh.example",
        "satu.wijaya@contoh.example",
    ];

    public static async Task TellAsync(YearByHand year)
    {
        await OfficeWork.ImportPlanAsync(year);
        year.On(At(1, 3), OfficeWork.LookAroundAsync);
        year.On(At(4, 5), OfficeWork.ImportRealisationAsync);
        year.On(At(4, 8), OfficeWork.ExtendAsync);
        year.On(At(8, 6), OfficeWork.ReopenAsync);
        year.On(At(8, 20), of => OfficeWork.ExplainAsync(of, Reviewers));
        year.On(At(8, 21), OfficeWork.LookAtAllAsync);
        year.On(At(9, 16), OfficeWork.ReviseBudgetAsync);
        await year.LiveUntilAsync(of =>
            of.IsPublished || of.Now > new DateTimeOffset(2025, 5, 1, 0, 0, 0, TimeSpan.Zero)
        );
        await year.SettleAsync();
    }

    private static DateTimeOffset At(int month, int day) => new(2024, month, day, 2, 0, 0, TimeSpan.Zero);
}
