using System.Globalization;
using System.Text;

namespace Ascs.Evidence.Bundles;

/// <summary>Writes the one form of JSON that a bundle may have (WIRE.md 5.2): members in the given order, no white space, ASCII only.</summary>
internal sealed class CanonicalJson
{
    private readonly StringBuilder _text = new(8192);
    private bool _comma;

    public CanonicalJson Open(char bracket)
    {
        Separate();
        _text.Append(bracket);
        _comma = false;
        return this;
    }

    public CanonicalJson Close(char bracket)
    {
        _text.Append(bracket);
        _comma = true;
        return this;
    }

    public CanonicalJson Name(string name)
    {
        Separate();
        Quote(name);
        _text.Append(':');
        _comma = false;
        return this;
    }

    public CanonicalJson Value(string value)
    {
        Separate();
        Quote(value);
        _comma = true;
        return this;
    }

    public CanonicalJson Value(long value)
    {
        Separate();
        _text.Append(value.ToString(CultureInfo.InvariantCulture));
        _comma = true;
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Separate()
    {
        if (_comma)
            _text.Append(',');
    }

    private void Quote(string value)
    {
        _text.Append('"');
        foreach (var c in value)
            Append(c);
        _text.Append('"');
    }

    private void Append(char c)
    {
        var two = c switch { '"' => '"', '\\' => '\\', '\b' => 'b', '\t' => 't', '\n' => 'n', '\f' => 'f', '\r' => 'r', _ => '\0' };
        if (two != '\0')
            _text.Append('\\').Append(two);
        else if (c is >= ' ' and <= '~')
            _text.Append(c);
        else
            _text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
    }
}
