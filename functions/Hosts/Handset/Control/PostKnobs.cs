using System.Globalization;
using System.Numerics;
using Ascs.Hosts.Handset.Pages;
using Ascs.Hosts.Handset.Simulation;

namespace Ascs.Hosts.Handset.Control;

/// <summary><c>POST /control</c>: turns the knobs as typed, or puts them back to what the process was started with.</summary>
internal sealed class PostKnobs(KnobBoard board, HandsetOptions options, ShowKnobs page)
{
    internal Task<IResult> Handle(HttpContext http, IFormCollection form)
    {
        var unreadable = new List<KnobFault>();
        var typed = form["reset"] == "1" ? options.Knobs : Read(form, unreadable).ApplyTo(board.Current);
        var faults = (IReadOnlyList<KnobFault>)[.. unreadable, .. typed.Faults()];
        if (faults.Count > 0) return Task.FromResult(page.Page(http, typed, faults, done: false));
        board.Turn(typed);
        return Task.FromResult(LanguageSwitch.SeeOther(http, "/control?done=1"));
    }

    private static KnobsChange Read(IFormCollection form, List<KnobFault> unreadable) => new(
        Value<ulong>(form, "seed", unreadable), Value<int>(form, "receiptDelayMinMilliseconds", unreadable), Value<int>(form, "receiptDelayMaxMilliseconds", unreadable),
        Value<double>(form, "receiptLossPercent", unreadable), Value<double>(form, "receiptDuplicatePercent", unreadable),
        Value<double>(form, "receiptLatePercent", unreadable), Value<int>(form, "receiptLateSeconds", unreadable),
        Value<double>(form, "failurePercent", unreadable), Value<double>(form, "refusePercent", unreadable),
        Value<int>(form, "answerDelayMilliseconds", unreadable), Value<int>(form, "crashAfterMessages", unreadable),
        form["crashPoint"] == "beforePersist" ? CrashPoint.BeforePersist : CrashPoint.AfterPersist);

    private static T? Value<T>(IFormCollection form, string name, List<KnobFault> unreadable) where T : struct, INumber<T>
    {
        if (T.TryParse(form[name].ToString().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return value;
        unreadable.Add(new KnobFault(name, "must be a number", "应为数字"));
        return null;
    }
}
