namespace Ascs.Trust.Keys;

/// <summary>What a ring knows at one moment; immutable, replaced as a whole.</summary>
internal sealed record RingState(IReadOnlyDictionary<(string Name, int Version), KeyRecord> Records, IReadOnlyDictionary<(string Name, int Version), RingKey> Keys)
{
    public static readonly RingState Empty = new(new Dictionary<(string, int), KeyRecord>(), new Dictionary<(string, int), RingKey>());

    // Name → newest version, destroyed or not: computed once, asked on every call.
    private readonly Dictionary<string, int> _newest = Records.Keys.GroupBy(key => key.Name).ToDictionary(group => group.Key, group => group.Max(key => key.Version));

    /// <summary>0 when there is none.</summary>
    public int Newest(string name) => _newest.GetValueOrDefault(name);

    public RingKey? Find(string name, int version) => Keys.GetValueOrDefault((name, version));

    /// <summary>The newest version, if it lives: an older one never takes a destroyed key's place.</summary>
    public RingKey? Current(string name) => Find(name, Newest(name));

    public RingState With(KeyRecord record, RingKey? key)
    {
        var id = (record.Name, record.Version);
        var keys = Keys.Where(pair => pair.Key != id).ToDictionary();
        if (key is not null) keys[id] = key;
        return new RingState(new Dictionary<(string, int), KeyRecord>(Records) { [id] = record }, keys);
    }
}
