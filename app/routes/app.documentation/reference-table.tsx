import styles from './documentation.module.css';
import { WithCode } from './prose.tsx';

interface ReferenceTableProps {
  label: string;
  headings: readonly string[];
  /** One text a column; the first names the row. */
  rows: readonly (readonly string[])[];
}

/** A small table to look things up in. On a phone each row is a block of its own. */
export function ReferenceTable({ label, headings, rows }: ReferenceTableProps) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = '', ...cells]) => (
          <tr key={name}>
            <th scope="row">
              <WithCode text={name} />
            </th>
            {cells.map((cell) => (
              <td key={cell}>
                <WithCode text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
