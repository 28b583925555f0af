namespace Sakip.Planning;

/// <summary>Whose agreement it is: the statement is the same for all, the annex speaks of the level that the post answers for.</summary>
internal enum AgreementTemplate
{
    /// <summary>Pimpinan tinggi: strategic objectives and programmes.</summary>
    Jpt,

    /// <summary>Administrator: objectives of programmes, and activities.</summary>
    Administrator,

    /// <summary>Pengawas: objectives of activities, and sub-activities.</summary>
    Pengawas,

    /// <summary>Head of a district: an office of its own under the regional head.</summary>
    Camat,

    /// <summary>Director of a BLUD or regional hospital: an office of its own, mostly under the head of another.</summary>
    Direktur,
}

/// <summary>A row of the annex's table of money.</summary>
internal sealed record AnnexRow(string Code, string Name, decimal Amount, string FundSource);

/// <summary>What the annex of an agreement calls things, and which rows of the budget stand in it.</summary>
internal static class AgreementTemplates
{
    public static string Objective(AgreementTemplate? template) =>
        template switch
        {
            AgreementTemplate.Administrator => "Sasaran Program",
            AgreementTemplate.Pengawas => "Sasaran Kegiatan",
            _ => "Sasaran Strategis",
        };

    /// <summary>What a row of the table of money is.</summary>
    public static string Node(AgreementTemplate? template) =>
        template switch
        {
            AgreementTemplate.Administrator => "Kegiatan",
            AgreementTemplate.Pengawas => "Sub Kegiatan",
            _ => "Program",
        };

    public static IEnumerable<AnnexRow> Rows(Budget budget, AgreementTemplate? template) =>
        budget.Programmes.SelectMany(programme =>
            template switch
            {
                AgreementTemplate.Administrator => programme.Activities.Select(activity => new AnnexRow(
                    activity.Code,
                    activity.Name,
                    activity.Ceiling(),
                    programme.FundSource
                )),
                AgreementTemplate.Pengawas => programme
                    .Activities.SelectMany(activity => activity.SubActivities)
                    .Select(sub => new AnnexRow(sub.Code, sub.Name, sub.Ceiling, programme.FundSource)),
                _ =>
                [
                    new AnnexRow(
                        programme.Code,
                        programme.AgreementName ?? programme.Name,
                        programme.Ceiling(),
                        programme.FundSource
                    ),
                ],
            }
        );
}
