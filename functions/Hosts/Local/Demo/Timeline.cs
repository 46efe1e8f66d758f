using System.Diagnostics;

namespace Ascs.Hosts.Local.Demo;

/// <summary>Runs the steps in order, prints them as they end, and stops at the first that does not hold.</summary>
internal sealed class Timeline(TextWriter? print)
{
    private readonly List<DemoStep> steps = [];

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<DemoStep> Steps => steps;

    /// <summary>True when every step held.</summary>
    public bool Held => steps.All(step => step.Held);

    /// <summary>Runs a step unless an earlier one did not hold.</summary>
    public async Task RunAsync(string title, Func<StepNotes, Task> step)
    {
        if (!Held)
            return;
        var (notes, watch, held) = (new StepNotes(), Stopwatch.StartNew(), true);
        try
        {
            await step(notes);
        }
        catch (DemoFailure failure)
        {
            (held, _) = (false, notes);
            notes.Saw(failure.Message);
        }

        steps.Add(new DemoStep(steps.Count + 1, title, held, notes.Happened, notes.Learned, watch.ElapsedMilliseconds));
        Print(steps[^1]);
    }

    private void Print(DemoStep step)
    {
        if (print is null)
            return;
        print.WriteLine($"{(step.Held ? "✔" : "✘")} {step.Number,2}. {step.Title}  ({step.Milliseconds} ms)");
        foreach (var sentence in step.Happened)
            print.WriteLine($"       {sentence}");
        foreach (var sentence in step.Learned)
            print.WriteLine($"       · {sentence}");
    }
}
