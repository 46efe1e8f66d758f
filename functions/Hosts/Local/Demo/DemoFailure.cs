namespace Ascs.Hosts.Local.Demo;

/// <summary>A step of the demo that did not hold.</summary>
internal sealed class DemoFailure(string sentence) : Exception(sentence)
{
    /// <summary>Fails unless the statement holds.</summary>
    public static void Unless(bool holds, string sentence)
    {
        if (!holds)
            throw new DemoFailure(sentence);
    }
}
