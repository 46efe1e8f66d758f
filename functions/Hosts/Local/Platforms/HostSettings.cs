namespace Ascs.Hosts.Local.Platforms;

/// <summary>What all platforms of a process share.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Console">True to write the journal to standard error; else only to the platform's journal file.</param>
internal sealed record HostSettings(TimeProvider Time, bool Console);
