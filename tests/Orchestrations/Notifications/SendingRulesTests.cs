using System.Globalization;
using CsCheck;
using Sakip.Calendar;
using Sakip.Kernel;
using Sakip.Notifications;

namespace Sakip.Tests.Orchestrations.Notifications;

public sealed class SendingRulesTests
{
    private static readonly WorkCalendar Calendar = new([]);

    [Theory]
    [InlineData("2024-04-15T09:00", "2024-04-15T09:00")]
    [InlineData("2024-04-15T19:59", "2024-04-15T19:59")]
    [InlineData("2024-04-15T20:00", "2024-04-16T06:00")]
    [InlineData("2024-04-15T05:59", "2024-04-15T06:00")]
    [InlineData("2024-04-15T06:00", "2024-04-15T06:00")]
    [InlineData("2024-04-13T10:00", "2024-04-15T08:00")]
    [InlineData("2024-04-12T22:00", "2024-04-15T08:00")]
    public void A_message_waits_for_the_morning_of_a_working_day(string at, string expected) =>
        Assert.Equal(Wita(expected), SendingTime.Earliest(MessageKind.ReportReturned, Wita(at), Calendar));

    [Theory]
    [InlineData("2024-04-13T10:00", "2024-04-13T10:00")]
    [InlineData("2024-04-12T22:00", "2024-04-13T06:00")]
    public void A_warning_of_a_date_waits_for_the_morning_alone(string at, string expected) =>
        Assert.Equal(Wita(expected), SendingTime.Earliest(MessageKind.AnnualReportDeadline, Wita(at), Calendar));

    [Theory]
    [InlineData(MessageKind.OneTimeCode)]
    [InlineData(MessageKind.SignInCode)]
    public void A_code_goes_at_once(MessageKind kind) =>
        Assert.Equal(Wita("2024-04-14T02:00"), SendingTime.Earliest(kind, Wita("2024-04-14T02:00"), Calendar));

    [Fact]
    public void A_message_is_never_early_never_at_night_and_its_time_stays_once_given() =>
        Gen.Select(Gen.Enum<MessageKind>(), Gen.Int[0, 525_600])
            .Sample(
                (kind, minutes) =>
                {
                    var at = Wita("2024-01-01T00:00").AddMinutes(minutes);
                    var sent = SendingTime.Earliest(kind, at, Calendar);
                    var time = TimeOnly.FromTimeSpan(sent.ToOffset(OfficeZone.Wita.Offset()).TimeOfDay);
                    return sent >= at
                        && sent == SendingTime.Earliest(kind, sent, Calendar)
                        && (kind.IsCode() || (time >= SendingTime.QuietUntil && time < SendingTime.QuietFrom));
                }
            );

    [Fact]
    public void A_passing_fault_is_tried_again_after_longer_and_longer_waits_and_then_given_up()
    {
        var at = Wita("2024-04-15T09:00");
        var policy = DeliveryPolicy.For(MessageKind.QuarterOpened);

        var tries = Enumerable
            .Range(1, policy.Waits.Count)
            .Select(failures => policy.NextTry(failures, DeliveryFault.Temporary, at)!.Value)
            .ToList();

        Assert.Equal(tries.Order(), tries);
        Assert.Equal(at.AddMinutes(1), tries[0]);
        Assert.Null(policy.NextTry(policy.Waits.Count + 1, DeliveryFault.Temporary, at));
    }

    [Fact]
    public void Only_a_refused_recipient_is_final()
    {
        foreach (var fault in Enum.GetValues<DeliveryFault>())
        {
            Assert.Equal(
                fault == DeliveryFault.RecipientRefused,
                DeliveryPolicy.Mail.NextTry(1, fault, Wita("2024-04-15T09:00")) is null
            );
        }
    }

    [Fact]
    public void A_code_is_not_tried_longer_than_it_lives() =>
        Assert.True(
            DeliveryPolicy.For(MessageKind.OneTimeCode).Waits.Aggregate((a, b) => a + b) < TimeSpan.FromMinutes(10)
        );

    private static DateTimeOffset Wita(string time) =>
        new(DateTime.Parse(time, CultureInfo.InvariantCulture), OfficeZone.Wita.Offset());
}
