/** The frame in bars, until it is known who is here. */
export function Starting() {
  return (
    <div className="shell" aria-busy>
      <div className="shell-side">
        <div className="shell-starting">
          {['62%', '48%', '55%', '41%'].map((width) => (
            <div key={width} className="io-skeleton" style={{ width }} />
          ))}
        </div>
      </div>
      <div className="shell-main">
        <div className="shell-head" />
      </div>
    </div>
  )
}
