namespace Ascs.Hosts.Local.Demo;

/// <summary>What a step writes down while it goes.</summary>
internal sealed class StepNotes
{
    /// <summary>What was seen.</summary>
    public List<string> Happened { get; } = [];

    /// <summary>Who learned what.</summary>
    public List<string> Learned { get; } = [];

    /// <summary>Something was seen.</summary>
    public void Saw(string sentence) => Happened.Add(sentence);

    /// <summary>A party learned something.</summary>
    public void Knows(string party, string what) => Learned.Add($"{party}: {what}");
}
